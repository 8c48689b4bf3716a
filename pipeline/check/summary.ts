import type { Finding } from '../model/finding.ts'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  /** That were checked. */
  readonly files: number
  readonly words: number
  /** That were built and checked; only with `--pages`. */
  readonly pages?: number
  /** Mistakes that were mended; only where that was asked for. */
  readonly fixed?: number
  /** Only with a baseline. */
  readonly baseline?: BaselineSummary
}

export interface BaselineSummary {
  /** Findings that the baseline knows; they are not among the others. */
  readonly known: number
  /** Since when the oldest of them has been there, `2026-11-23`; null where none is. */
  readonly oldest: string | null
  /** Findings of the baseline that are no more; null where not all was checked. */
  readonly stale: number | null
}

export function summarise(findings: readonly Finding[], files: number, words: number): Summary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), files, words }
}
