import type { Schema } from 'hast-util-sanitize'
import { writtenSchemes } from '../model/inline-elements.ts'

/**
 * The elements and attributes that an article's blocks may have: what Markdown and our directives make, nothing else.
 *
 * `clobber` is empty: all ids are our own (headings, footnotes), raw HTML never brings one.
 */
export const blockSchema: Schema = {
  strip: ['script', 'style'],
  clobber: [],
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    li: ['ol', 'ul'],
  },
  protocols: {
    cite: writtenSchemes('http', 'https'),
    href: writtenSchemes('http', 'https', 'mailto', 'tel'),
  },
  tagNames: [
    ...['a', 'aside', 'bdi', 'blockquote', 'br', 'code', 'div', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
    ...['input', 'li', 'ol', 'p', 'pre', 'section', 'span', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'time', 'tr', 'ul'],
  ],
  attributes: {
    a: ['href', 'dataFootnoteBackref', 'dataFootnoteRef', 'ariaDescribedBy', 'ariaLabel', 'id', ['className', 'data-footnote-backref']],
    aside: [['className', 'note']],
    blockquote: ['cite', 'lang', 'dir'],
    code: [['className', /^language-./]],
    figure: [['className', 'quote', 'picture']],
    h1: ['id'],
    h2: ['id', ['className', 'sr-only']],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    p: [['className', 'note-title', 'translation']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'credit']],
    table: ['tabIndex'],
    td: ['dataAlign'],
    th: ['dataAlign'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
}
