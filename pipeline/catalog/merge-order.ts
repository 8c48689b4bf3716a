/**
 * The keys of two sides in one order: that of the side that changed it, ours where both did; what only the other side has follows its neighbour there.
 *
 * Keys that a side took away are among them: whether they go is not a question of order.
 */
export function mergeOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  return follows(ours, base) && !follows(theirs, base) ? woven(theirs, ours) : woven(ours, theirs)
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
