import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { baselineOf, judge, type KnownFinding } from '../check/baseline.ts'
import { readBaseline, writeBaseline } from '../check/baseline-file.ts'
import type { Sources } from '../check/report/report.ts'
import type { BaselineSummary } from '../check/summary.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import { readSource } from '../read/read-source.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'

export interface BaselineRun {
  /** Relative to the working directory. */
  readonly file: string
  readonly updateBaseline: boolean
  readonly sources: Sources
  /** All of the site was checked. */
  readonly whole: boolean
}

/**
 * Part findings by a baseline, or make them the baseline. Notes (`info`) are in none.
 *
 * @throws {Failure} `baseline-missing`, `baseline-invalid`, `disk-failed`
 */
export function judgeByBaseline(
  findings: readonly Finding[],
  { file, updateBaseline, sources, whole }: BaselineRun,
  { cwd, clock }: Pick<Context, 'cwd' | 'clock'>,
): { readonly fresh: readonly Finding[]; readonly summary: BaselineSummary } {
  const path = resolve(cwd, file)
  const counted = findings.filter(({ severity }) => severity !== 'info')
  let known = updateBaseline && !existsSync(path) ? [] : readKnown(path, file)
  if (updateBaseline) {
    known = baselineOf(counted, known, { sources, today: clock().toISOString().slice(0, 10) })
    writeWhole(path, writeBaseline(known))
  }
  const judged = judge(counted, known, sources)
  const stale = judged.stale.reduce((sum, { count }) => sum + count, 0)
  const summary = { known: judged.known, oldest: judged.oldest, stale: whole ? stale : null }
  const fresh = new Set(judged.fresh)
  return { fresh: findings.filter((finding) => finding.severity === 'info' || fresh.has(finding)), summary }
}

function readKnown(path: string, file: string): readonly KnownFinding[] {
  const read = existsSync(path) ? readSource(dirname(path), basename(path)) : null
  if (read === null) throw new Failure('baseline-missing', failures['baseline-missing'](file))
  if (read.kind === 'broken')
    throw new Failure('baseline-invalid', failures['baseline-invalid'](read.finding.message, { file, line: 1, column: 1 }))
  const baseline = readBaseline(read.source.text)
  if (baseline.kind === 'read') return baseline.known
  const place = { file, line: baseline.line, column: 1 }
  throw new Failure('baseline-invalid', failures['baseline-invalid']('The line is no finding of a baseline.', place))
}
