import type { Place } from './place.ts'

/** 1: errors found; 2: wrong use or configuration; 3: the store or the disk failed. */
export type ExitStatus = 1 | 2 | 3

export interface FailureText {
  readonly exit: ExitStatus
  /** What happened, one sentence. */
  readonly what: string
  readonly why?: string
  /** What to do now. */
  readonly next: string
  readonly place?: Place
}

/** Cannot go on. Its code is public, permanent and never reused: see the catalogue in `failures.ts`. */
export class Failure extends Error {
  readonly code: string
  readonly text: FailureText

  constructor(code: string, text: FailureText, options?: ErrorOptions) {
    super(text.what, options)
    this.name = 'Failure'
    this.code = code
    this.text = text
  }
}
