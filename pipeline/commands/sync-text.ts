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
  for (const { from, to } of synced.moved) stdout.write(`moved: ${from} → ${to}\n`)
  const [added, updated] = check ? ['missing', 'out of date'] : ['added', 'updated']
  const lines = [...synced.added.map((path) => ({ path, what: added })), ...synced.updated.map((path) => ({ path, what: updated }))]
  lines.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, what } of lines) stdout.write(`${what}: ${path}\n`)
  stdout.write(summary(synced, check))
}

function summary({ added, updated, unchanged, moved }: Synced, check: boolean): string {
  const changed = added.length + updated.length
  if (check)
    return changed === 0
      ? `${counted(unchanged, 'catalog')} up to date.\n`
      : `${changed} of ${counted(changed + unchanged, 'catalog')} out of date: run \`colophon sync\`.\n`
  const renamed = moved.length === 0 ? '' : `, ${moved.length} moved`
  return `${added.length} added, ${updated.length} updated, ${unchanged} unchanged${renamed}.\n`
}
