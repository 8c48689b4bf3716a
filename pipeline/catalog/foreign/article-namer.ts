import type { ArticleId } from '../../model/article.ts'

/** Of all texts of a file that have a home: a smaller part may be there by chance. */
const SHARE = 0.25

/**
 * Which articles another system's file has become: the one whose id its path ends with, or else the only one whose id ends most like it, for sites differ in the folders above; and those that have its texts now.
 *
 * `src/cargo/code-samples.md` is `cargo/code-samples`, or `handbook/cargo/code-samples`.
 *
 * @param votes for each path the homes of its texts
 */
export function articleNamer(ids: readonly ArticleId[], votes: ReadonlyMap<string, readonly ArticleId[]>): (path: string) => ArticleId[] {
  const known = new Set<string>(ids)
  const byName = Map.groupBy(ids, (id) => segmentsOf(id).at(-1) ?? '')
  const names = new Map<string, ArticleId[]>()
  return (path) => {
    const before = names.get(path)
    if (before !== undefined) return before
    const segments = segmentsOf(path)
    const whole = segments.map((_, at) => segments.slice(at).join('/')).find((end) => known.has(end)) as ArticleId | undefined
    const named = whole === undefined ? mostAlike(segments, byName.get(segments.at(-1) ?? '') ?? []) : [whole]
    const found = [...new Set([...named, ...elected(votes.get(path) ?? [])])]
    names.set(path, found)
    return found
  }
}

function segmentsOf(path: string): string[] {
  return path
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/\/index$/, '')
    .split('/')
}

function elected(homes: readonly ArticleId[]): ArticleId[] {
  const votes = Map.groupBy(homes, (id) => id)
  return [...votes].flatMap(([id, { length }]) => (length >= SHARE * homes.length ? [id] : []))
}

/** Of those with the path's last segment; none where two are as like it. */
function mostAlike(segments: readonly string[], ids: readonly ArticleId[]): ArticleId[] {
  const alike = ids.map((id) => ({ id, common: commonEnd(segments, segmentsOf(id)) })).sort((a, b) => b.common - a.common)
  const [first, second] = alike
  return first === undefined || first.common === second?.common ? [] : [first.id]
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let common = 0
  while (common < a.length && common < b.length && a.at(-1 - common) === b.at(-1 - common)) common++
  return common
}
