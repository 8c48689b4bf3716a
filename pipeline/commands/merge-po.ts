import { resolve } from 'node:path'
import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { findMessage, indexMessages } from '../catalog/message-index.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import { writeCatalog } from '../catalog/write-catalog.ts'
import type { Catalog, Message, ReadCatalog } from '../model/catalog.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import { readSource } from '../read/read-source.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import { findingLine } from './finding-line.ts'
import type { MergePoOptions } from './options.ts'

/** With `--json` it is the document on stdout. */
interface Merged {
  /** Whether OURS holds the merged catalog now; a broken version leaves it as it was. */
  readonly merged: boolean
  /** Messages that both sides changed differently, each at its place in the merged file. */
  readonly conflicts: readonly Finding[]
  /** What is wrong with a version that can't be read. */
  readonly findings: readonly Finding[]
}

/**
 * Merge three versions of a catalog into the second one, as git's merge drivers do. It works on the three files alone: no site is needed.
 *
 * @returns 0 where nobody needs to look; 1 for conflicts, and for a broken version, which leaves OURS untouched: git keeps all three then
 * @throws {Failure} `file-unreadable`, and those of the disk
 */
export async function mergePo(options: MergePoOptions, context: Context): Promise<0 | 1> {
  const result = mergeFiles(options, context.cwd)
  context.progress.end()
  for (const finding of [...result.findings, ...result.conflicts]) context.stderr.write(findingLine(finding))
  if (options.json) context.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  return result.merged && result.conflicts.length === 0 ? 0 : 1
}

function mergeFiles({ base, ours, theirs, path }: MergePoOptions, cwd: string): Merged {
  const versions = { base: load(base, cwd), ours: load(ours, cwd), theirs: load(theirs, cwd) }
  const findings = Object.entries(versions).flatMap(([side, version]) => broken(version, side, path))
  if (versions.base.kind !== 'read' || versions.ours.kind !== 'read' || versions.theirs.kind !== 'read')
    return { merged: false, conflicts: [], findings }
  const sides = { base: versions.base.catalog, ours: versions.ours.catalog, theirs: versions.theirs.catalog }
  const { catalog, conflicts } = mergeCatalogs(sides)
  const text = mergedText(catalog, sides)
  if (text !== sides.ours.source?.text) writeWhole(resolve(cwd, ours), text)
  return { merged: true, conflicts: placed(conflicts, text, path ?? ours), findings }
}

/** Files of git's own are named by no site: their paths stand as they were given. */
function load(given: string, cwd: string): ReadCatalog {
  const read = readSource('', resolve(cwd, given))
  if (read.kind === 'read') return readCatalog({ ...read.source, path: given })
  if (read.finding.rule !== 'unreadable-file') return { kind: 'broken', finding: { ...read.finding, file: given } }
  throw new Failure('file-unreadable', failures['file-unreadable'](given, read.finding.message))
}

function broken(version: ReadCatalog, side: string, path: string | null): Finding[] {
  if (version.kind === 'read') return []
  const { finding } = version
  return [{ ...finding, file: path ?? finding.file, message: `In the version of \`${side}\`: ${finding.message}` }]
}

/** A side that says all of it keeps its bytes: formatting alone is no change. */
function mergedText(catalog: Catalog, { ours, theirs }: { readonly ours: Catalog; readonly theirs: Catalog }): string {
  const text = writeCatalog(catalog)
  const equal = [ours, theirs].find((side) => writeCatalog(side) === text)
  return equal?.source?.text ?? text
}

/** The conflicts with their places in the merged file. */
function placed(conflicts: readonly Message[], text: string, file: string): Finding[] {
  if (conflicts.length === 0) return []
  const read = readCatalog({ path: file, text, digest: digest(text) })
  const index = read.kind === 'read' ? indexMessages(read.catalog) : new Map()
  return conflicts.map(({ context, id }) => ({
    rule: 'catalog-conflict',
    severity: 'error',
    file,
    line: findMessage(index, context, id)?.line ?? 1,
    column: 1,
    message: `Both sides changed the translation of \`${shortened(id)}\`: ours stands there, fuzzy, theirs in its comment.`,
    expected: [],
  }))
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
