import type { Finding } from '../../model/finding.ts'
import type { Summary } from '../summary.ts'

/** The text of a file that findings speak of, by its path; null where it can't be shown. */
export type Sources = (file: string) => string | null

/** Findings for people or for a program; they are given sorted. Pure: the same findings give the same text. */
export type Report = (findings: readonly Finding[], summary: Summary, sources: Sources) => string
