import type { Writable } from 'node:stream'

/** What a person who waits is told, on stderr. */
export interface Progress {
  /** A stage begins, which ends the one before: "reading 6 articles". */
  stage(text: string): void
  /** A line that stays: "http://localhost:4000". */
  note(text: string): void
  /** Nothing runs any more. */
  end(): void
}

/** `animated`: a spinner on a terminal. `plain`: one line a stage. `silent`: nothing. */
export type ProgressMode = 'animated' | 'plain' | 'silent'

/**
 * Animation belongs on a terminal that can move its cursor and knows its width (of 0 columns the spinner's library never finds the end), and on no CI
 * server (`CI` set to anything but nothing, 0 or false).
 */
export function progressMode({ quiet, columns, env }: ProgressCircumstances): ProgressMode {
  if (quiet) return 'silent'
  return columns > 0 && env['TERM'] !== 'dumb' && !isCI(env) ? 'animated' : 'plain'
}

export interface ProgressCircumstances {
  readonly quiet: boolean
  /** Of the terminal; 0 where there is none, or none that knows. */
  readonly columns: number
  readonly env: Readonly<Record<string, string | undefined>>
}

export function isCI(env: Readonly<Record<string, string | undefined>>): boolean {
  const ci = env['CI'] ?? ''
  return ci !== '' && ci !== '0' && ci !== 'false'
}

/**
 * The spinner's library is loaded for a terminal only.
 *
 * @param colour whether it may be coloured; the library doesn't look at `NO_COLOR`
 */
export async function createProgress(mode: ProgressMode, stream: Writable, { colour }: { readonly colour: boolean }): Promise<Progress> {
  switch (mode) {
    case 'animated':
      return await animated(stream, colour)
    case 'plain':
      return plain(stream)
    case 'silent':
      return { stage() {}, note() {}, end() {} }
  }
}

function plain(stream: Writable): Progress {
  const line = (text: string): void => {
    stream.write(`colophon: ${text}\n`)
  }
  return { stage: line, note: line, end() {} }
}

async function animated(stream: Writable, colour: boolean): Promise<Progress> {
  const { default: ora } = await import('ora')
  const spinner = ora({ stream, discardStdin: false, color: colour ? 'cyan' : false })
  return {
    stage(text) {
      if (spinner.isSpinning) spinner.succeed()
      spinner.start(text)
    },
    note(text) {
      if (spinner.isSpinning) spinner.succeed()
      spinner.info(text)
    },
    end() {
      if (spinner.isSpinning) spinner.succeed()
    },
  }
}
