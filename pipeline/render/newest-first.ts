import type { Card } from '../model/edition.ts'

/** Editions of one instant stand in the order of their articles' ids, so that the order of reading never shows. */
export function newestFirst(cards: Iterable<Card>): Card[] {
  return [...cards].sort((a, b) => compare(b.date, a.date) || (a.article < b.article ? -1 : 1))
}

/** Dates of cards are all written alike, in UTC: their order is that of their texts. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
