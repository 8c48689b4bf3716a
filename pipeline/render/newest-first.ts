import type { Card } from '../model/edition.ts'

/** Editions of one instant stand in the order of their articles' ids, so that the order of reading never shows. */
export function newestFirst(cards: Iterable<Card>): Card[] {
  return [...cards].sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || (a.article < b.article ? -1 : 1))
}
