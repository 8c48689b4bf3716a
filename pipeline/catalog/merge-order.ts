/** Keys of a catalog's messages; the order of obsolete ones says nothing. */
export interface CatalogKeys {
  readonly live: readonly string[]
  readonly obsolete: readonly string[]
}

/**
 * The keys of two sides in one order: that of the side that changed it, ours where both did; what only the other side has follows its neighbour there. Those that are obsolete on every side that has them come last.
 *
 * Keys that a side took away are among them: whether they go is not a question of order.
 */
export function mergeOrder(base: CatalogKeys, ours: CatalogKeys, theirs: CatalogKeys): string[] {
  const isTheirs = follows(ours.live, base.live) && !follows(theirs.live, base.live)
  // A text that was edited follows the one that it was, wherever the other side moved that.
  const [mine, yours] = [woven(ours.live, base.live), woven(theirs.live, base.live)]
  return [...new Set([...(isTheirs ? woven(yours, mine) : woven(mine, yours)), ...ours.obsolete, ...theirs.obsolete])]
}

/** What both lists have stands in the same order. */
function follows(one: readonly string[], other: readonly string[]): boolean {
  const [mine, yours] = [new Set(one), new Set(other)]
  const shared = other.filter((key) => mine.has(key))
  return one.filter((key) => yours.has(key)).every((key, at) => key === shared[at])
}

function woven(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first)
  /** Keys of the second list alone, by the key that they follow there. */
  const followers = new Map<string | null, string[]>()
  let before: string | null = null
  for (const key of second) {
    if (known.has(key)) before = key
    else followers.set(before, [...(followers.get(before) ?? []), key])
  }
  return [...(followers.get(null) ?? []), ...first.flatMap((key) => [key, ...(followers.get(key) ?? [])])]
}
