import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { findingLine } from './finding-line.ts'
import type { SyncOptions } from './options.ts'
import type { Synced } from './synced.ts'

/** The result on stdout: one line a catalog, or one JSON document. Findings are words for people and go to stderr, but into the document too. */
export function tellSync(synced: Synced, { json, check }: SyncOptions, { stdout, stderr }: Context): void {
  for (const finding of synced.findings) stderr.write(findingLine(finding))
  if (json) {
    stdout.write(`${JSON.stringify(synced, null, 2)}\n`)
    return
  }
  const [added, updated, moved] = check ? ['missing', 'out of date', 'to be moved'] : ['added', 'updated', 'moved']
  for (const { from, to } of synced.moved) stdout.write(`${moved}: ${from} → ${to}\n`)
  const lines = [...synced.added.map((path) => ({ path, what: added })), ...synced.updated.map((path) => ({ path, what: updated }))]
  lines.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, what } of lines) stdout.write(`${what}: ${path}\n`)
  stdout.write(summary(synced, check))
}

function summary({ added, updated, unchanged, moved }: Synced, check: boolean): string {
  const all = added.length + updated.length + unchanged
  const outdated = new Set([...added, ...updated, ...moved.map(({ to }) => to)]).size
  if (check)
    return outdated === 0
      ? `${counted(all, 'catalog')} up to date.\n`
      : `${outdated} of ${counted(all, 'catalog')} out of date: run \`colophon sync\`.\n`
  const renamed = moved.length === 0 ? '' : `, ${moved.length} moved`
  return `${added.length} added, ${updated.length} updated, ${unchanged} unchanged${renamed}.\n`
}
