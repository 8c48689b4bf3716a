import type { Segment } from './segment.ts'

/**
 * The one of a text's translations to suggest: from the same context where there are such, what most articles say, and of equals that of the article whose id sorts first.
 *
 * Law: the order of the segments doesn't matter.
 */
export function chooseSegment(segments: readonly Segment[], context: string | null): Segment | null {
  const alike = segments.filter((segment) => segment.context === context)
  const byTarget = [...Map.groupBy(alike.length > 0 ? alike : segments, ({ target }) => target).values()]
  const ranked = byTarget.map((group) => ({ articles: new Set(group.map(({ article }) => article)).size, first: group.reduce(earlier) }))
  ranked.sort((a, b) => b.articles - a.articles || (isEarlier(a.first, b.first) ? -1 : 1))
  return ranked[0]?.first ?? null
}

function earlier(a: Segment, b: Segment): Segment {
  return isEarlier(b, a) ? b : a
}

function isEarlier(a: Segment, b: Segment): boolean {
  return a.article === b.article ? a.target < b.target : a.article < b.article
}
