import { join } from 'node:path'
import { applyFixes } from '../check/apply-fixes.ts'
import type { Finding } from '../model/finding.ts'
import { readSource } from '../read/read-source.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Checked } from './check-site.ts'
import type { Context } from './context.ts'

/** A mended mistake may bring another one to light; so many times the site is checked at most. */
const mostRounds = 10

export interface Mended {
  readonly checked: Checked
  readonly fixed: number
  /** What the mended files said before, by path. */
  readonly before: ReadonlyMap<string, string>
}

/**
 * Put in what is certain until nothing is left to put in: mending twice changes nothing the second time.
 *
 * Articles and catalogs are written by rename; what is mended is told on standard error.
 *
 * @param run the check
 * @throws {Failure} `disk-failed`
 */
export async function mend(run: () => Promise<Checked>, context: Context): Promise<Mended> {
  const before = new Map<string, string>()
  let fixed = 0
  for (let round = 1; ; round++) {
    const checked = await run()
    const mended = round < mostRounds ? mendFiles(checked.findings, before, context) : 0
    if (mended === 0) return { checked, fixed, before }
    fixed += mended
  }
}

function mendFiles(findings: readonly Finding[], before: Map<string, string>, { root, stderr }: Context): number {
  let mended = 0
  const certain = findings.filter((finding) => finding.certain === true && mendable.test(finding.file))
  for (const [file, found] of Map.groupBy(certain, (finding) => finding.file)) {
    const read = readSource(root, file)
    if (read.kind === 'broken') continue
    const { text, applied } = applyFixes(read.source.text, found)
    if (applied.length === 0) continue
    writeWhole(join(root, file), text)
    if (!before.has(file)) before.set(file, read.source.text)
    mended += applied.length
    stderr.write(applied.map((finding) => `${mendedText(finding)}\n`).join(''))
  }
  return mended
}

const mendable = /^(?:articles\/.*\.md|locales\/[^/]+\/articles\/.*\.po)$/

function mendedText({ file, line, column, rule, actual = '', expected: [put = ''] }: Finding): string {
  return `Mended ${file}:${line}:${column} ${rule}: ${JSON.stringify(actual)} is ${JSON.stringify(put)} now.`
}
