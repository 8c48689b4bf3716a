import type { Card } from '../model/edition.ts'

type Dated = Pick<Card, 'article' | 'date'>

/** Editions of one instant stand in the order of their articles' ids, so that the order of reading never shows. */
export function newestFirst<Edition extends Dated>(editions: Iterable<Edition>): Edition[] {
  return [...editions].sort(byNews)
}

/** Dates of cards are all written alike, in UTC: their order is that of their texts. */
function byNews(one: Dated, other: Dated): number {
  if (one.date === other.date) return one.article < other.article ? -1 : 1
  return one.date > other.date ? -1 : 1
}

/** Put an edition into its place in a list that has the newest first. @returns what is beyond the longest then: itself, where all others are newer */
export function insertNewest<Edition extends Dated>(list: Edition[], edition: Edition, longest: number): Edition | undefined {
  let at = list.length
  while (at > 0 && byNews(edition, list[at - 1] as Edition) < 0) at--
  list.splice(at, 0, edition)
  return list.length > longest ? list.pop() : undefined
}
