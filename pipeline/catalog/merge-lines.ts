/** Comment lines and flags of two sides: what one of them took away goes, what one of them added comes behind. */
export function mergeLines(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  if (same(ours, theirs) || same(base, theirs)) return ours
  if (same(base, ours)) return theirs
  const kept = ours.filter((line) => !base.includes(line) || theirs.includes(line))
  return [...kept, ...theirs.filter((line) => !base.includes(line) && !ours.includes(line))]
}

export function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at])
}
