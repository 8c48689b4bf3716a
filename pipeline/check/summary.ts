import type { Finding } from '../model/finding.ts'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  /** That were checked. */
  readonly files: number
  readonly words: number
}

export function summarise(findings: readonly Finding[], files: number, words: number): Summary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), files, words }
}
