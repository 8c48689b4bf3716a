/**
 * The name of a release: `20261122T181500Z-3f2a9c1`, or without the commit where there is none.
 *
 * Law: names go on rising by `compareReleases`, whatever a clock says. A release of the same second, or of a machine whose clock is behind, is numbered after
 * the one before it: `20261122T181500Z-3f2a9c1.2`.
 *
 * @param previous the one before
 */
export function releaseId(time: Date, commit: string | null, previous: string | null): string {
  const now = `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const before = previous === null ? null : orderOf(previous)
  const later = before === null || now > before.stamp
  const stamp = later ? now : before.stamp
  const name = commit === null ? stamp : `${stamp}-${commit.slice(0, 7)}`
  return later ? name : `${name}.${before.count + 1}`
}

/** Of their names, in the order in which they were published. */
export function compareReleases(one: string, other: string): number {
  const [first, second] = [orderOf(one), orderOf(other)]
  if (first.stamp !== second.stamp) return first.stamp < second.stamp ? -1 : 1
  return first.count - second.count
}

function orderOf(release: string): { readonly stamp: string; readonly count: number } {
  const [, stamp = '', count = '1'] = /^([^-.]*)[^.]*(?:\.(\d+))?$/.exec(release) ?? []
  return { stamp, count: Number(count) }
}
