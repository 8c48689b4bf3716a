import type { Readable, Writable } from 'node:stream'
import type { ExitStatus } from '../model/failure.ts'
import type { Progress } from '../report/progress.ts'

/** The world around a command, which touches no global of the process. */
export interface Context {
  /** The site's folder, absolute. */
  readonly root: string
  /** Where relative paths of the command line start, absolute. */
  readonly cwd: string
  /** Data. */
  readonly stdout: Output
  /** Words for people that are no progress. */
  readonly stderr: Output
  /** For a conversation with another program. */
  readonly stdio: { readonly input: Readable; readonly output: Writable }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: () => Date
  readonly progress: Progress
  /** Aborted by Ctrl-C or SIGTERM: a command that waits ends with 0, one that works stops between two articles (`breathe`). */
  readonly signal: AbortSignal
}

export interface Output {
  write(text: string): void
  /** Whether escape sequences for colours are welcome (a terminal, `NO_COLOR`, `FORCE_COLOR`). */
  readonly colour: boolean
}

/** @throws {Failure} when it cannot go on */
export type Command<Options> = (options: Options, context: Context) => Promise<0 | ExitStatus>
