import { escapeAttribute } from './escape-attribute.ts'
import type { Filling } from './filling.ts'

/** The link from a footnote back to its nth mark, as mdast-util-to-hast makes it; nothing where the page has no such mark. */
export function nextBackref(identifier: string, footnote: number, nth: number, { context, label }: Filling): string {
  if ((context.marks.get(identifier) ?? 0) < nth) return ''
  const suffix = nth > 1 ? `-${nth}` : ''
  const text = escapeAttribute(
    label('backToReference', { number: `${context.number(footnote + 1)}${nth > 1 ? `-${context.number(nth)}` : ''}` }),
  )
  const again = nth > 1 ? `<sup>${context.number(nth)}</sup>` : ''
  return `<a href="#user-content-fnref-${encodeURI(identifier)}${suffix}" data-footnote-backref="" aria-label="${text}" class="data-footnote-backref">↩${again}</a>`
}
