import type { Description } from './mutants.ts'

/** What `accepted.json` says of a file. */
export interface Accepted {
  /** Files and folders of tests, the quickest first. */
  readonly tests: readonly string[]
  /** See `--reload`. */
  readonly reload?: boolean
  /** Reason → mistakes that may survive for it; as often as they stand there. */
  readonly accepted: Readonly<Record<string, readonly string[]>>
}

export interface Judgement {
  /** They survive, and nobody said that they may. */
  readonly surprising: readonly Description[]
  /** They may survive, and don't. */
  readonly noticed: readonly string[]
}

/** Mistakes are known by what they change, not by their lines, which move. */
export function judge(survivors: readonly Description[], accepted: Accepted | undefined): Judgement {
  const left = Object.values(accepted?.accepted ?? {}).flat()
  const surprising = survivors.filter(({ change }) => {
    const at = left.indexOf(change)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { surprising, noticed: left }
}
