import type { InlineContext } from './inline-context.ts'

/** A footnote's mark: its number, where it stands and where it leads. */
export interface FootnoteMark {
  /** As readers read it. */
  readonly number: string
  readonly href: string
  readonly id: string
}

/** The next mark of a footnote on this page; null where the article has no such footnote. */
export function nextFootnoteMark(identifier: string, context: InlineContext): FootnoteMark | null {
  const index = context.footnotes.indexOf(identifier)
  if (index < 0) return null
  const nth = (context.marks.get(identifier) ?? 0) + 1
  context.marks.set(identifier, nth)
  const name = encodeURI(identifier)
  return {
    number: context.number(index + 1),
    href: `#user-content-fn-${name}`,
    id: `user-content-fnref-${name}${nth > 1 ? `-${nth}` : ''}`,
  }
}
