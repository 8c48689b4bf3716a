import type { Schema } from 'hast-util-sanitize'
import { writtenSchemes } from '../model/inline-elements.ts'

/** The elements and attributes that one unit may have: what inline Markdown makes, and the raw inline elements that `raw-html.ts` lets through. */
export const inlineSchema: Schema = {
  strip: ['script', 'style'],
  clobber: [],
  protocols: {
    cite: writtenSchemes('http', 'https'),
    href: writtenSchemes('http', 'https', 'mailto', 'tel'),
    src: writtenSchemes('http', 'https'),
  },
  tagNames: [
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rb', 'rp', 'rt'],
    ...['ruby', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'wbr'],
  ],
  attributes: {
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], 'title'],
    a: ['href', 'id', 'dataFootnoteRef', 'ariaDescribedBy'],
    del: ['cite', 'dateTime'],
    img: ['src', 'alt'],
    ins: ['cite', 'dateTime'],
    q: ['cite'],
    time: ['dateTime'],
  },
}
