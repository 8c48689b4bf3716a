import type { Finding } from '../model/finding.ts'

/** What became of the catalogs. With `--json` it is the document on stdout. */
export interface Synced {
  /** Catalogs that were not there, and now are (with `--check`: are missing). Sorted. */
  readonly added: readonly string[]
  /** Catalogs that said something else before (with `--check`: still do). Sorted. */
  readonly updated: readonly string[]
  readonly unchanged: number
  /** Of articles and catalogs that could not be read: those catalogs are as they were. */
  readonly findings: readonly Finding[]
}
