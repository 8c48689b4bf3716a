import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { Failure } from '../model/failure.ts'
import { readSource } from '../read/read-source.ts'
import { createProgress, progressMode } from '../report/progress.ts'
import type { Command, Context, Output } from './context.ts'
import { failures } from './failures.ts'

/** The process around a run, handed in by `cli.ts`. */
export interface World {
  readonly stdout: Output
  readonly stderr: Output
  /** For the spinner. */
  readonly terminal: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stdio: Context['stdio']
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** Options that the run itself takes, those of the command aside. */
export interface RunOptions {
  /** Relative to the working directory. */
  readonly root: string
  readonly quiet: boolean
  readonly json: boolean
}

/** Run a command: whatever it throws becomes words, or JSON, and an exit status. Never throws. */
export async function run<Options>(load: () => Promise<Command<Options>>, options: Options & RunOptions, world: World): Promise<number> {
  const root = resolve(world.cwd, options.root)
  try {
    const context = await createContext(root, options, world)
    try {
      const command = await load()
      return await command(options, context)
    } finally {
      context.progress.end()
    }
  } catch (error) {
    return await tellFailure(asFailure(error, world.signal), { root, json: options.json, world, error })
  }
}

async function createContext(root: string, { quiet }: RunOptions, world: World): Promise<Context> {
  const mode = progressMode({ quiet, columns: world.terminal.isTTY === true ? (world.terminal.columns ?? 0) : 0, env: world.env })
  const { cwd, stdout, stderr, stdio, env, signal } = world
  const progress = await createProgress(mode, world.terminal, stderr)
  return { root, cwd, stdout, stderr, stdio, env, signal, clock: () => new Date(), progress }
}

/** What isn't a failure is a bug, unless it comes of stopping. */
function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof Failure) return error
  if (signal.aborted && signal.reason instanceof Failure) return signal.reason
  const message = error instanceof Error ? error.message : String(error)
  return new Failure('internal-error', failures['internal-error'](message), { cause: error })
}

export interface Telling {
  readonly root: string
  readonly json: boolean
  readonly world: Pick<World, 'stdout' | 'stderr' | 'env'>
  /** What was thrown. */
  readonly error: unknown
}

/** Say what went wrong: on stderr for people, and with `--json` as the one document on stdout. @returns the exit status */
export async function tellFailure(failure: Failure, { root, json, world, error }: Telling): Promise<number> {
  const [{ failureJson, failureText }, { withoutSecrets }] = await Promise.all([
    import('../report/failure-text.ts'),
    import('../report/without-secrets.ts'),
  ])
  const safe = (text: string) => withoutSecrets(text, world.env)
  const place = failure.text.place
  const read = place === undefined ? null : readSource(root, place.file)
  const file = read?.kind === 'read' ? read.source.text : null
  if (json) world.stdout.write(safe(failureJson(failure)))
  world.stderr.write(safe(await failureText(failure, { colour: world.stderr.colour, file })))
  if ((world.env['COLOPHON_DEBUG'] ?? '') !== '') world.stderr.write(safe(`${stackOf(error)}\n`))
  return failure.text.exit
}

/** With the errors that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`
}
