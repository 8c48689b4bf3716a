/**
 * The name of a release: `20261122T181500Z-3f2a9c1`, or without the commit where there is none. Later ones sort after earlier ones.
 *
 * @param previous the one before, which the name differs from even within one second
 */
export function releaseId(time: Date, commit: string | null, previous: string | null): string {
  const stamp = `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const name = commit === null ? stamp : `${stamp}-${commit.slice(0, 7)}`
  const [, again = '1'] = previous?.startsWith(name) ? (/^\.(\d+)$/.exec(previous.slice(name.length)) ?? []) : []
  return previous?.startsWith(name) ? `${name}.${Number(again) + 1}` : name
}
