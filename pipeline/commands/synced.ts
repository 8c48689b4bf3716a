import type { Finding } from '../model/finding.ts'

/** What became of the catalogs. With `--json` it is the document on stdout. */
export interface Synced {
  /** Catalogs that were not there, and now are (with `--check`: are missing). Sorted. */
  readonly added: readonly string[]
  /** Catalogs that said something else before (with `--check`: still do). Sorted. */
  readonly updated: readonly string[]
  readonly unchanged: number
  /** Catalogs of renamed articles, with where they lay before; they count among the updated or unchanged ones too (with `--check`: with where `sync` would take them from). Sorted. */
  readonly moved: readonly MovedCatalog[]
  /** Of articles and catalogs that could not be read: those catalogs are as they were. */
  readonly findings: readonly Finding[]
}

export interface MovedCatalog {
  readonly from: string
  readonly to: string
}
