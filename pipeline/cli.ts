import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { styleText } from 'node:util'
import { runCommandLine } from './commands/command-line.ts'
import type { Output } from './commands/context.ts'
import { failures } from './commands/failures.ts'
import type { World } from './commands/run.ts'
import { Failure } from './model/failure.ts'

const words = process.argv.slice(2)
const json = words.includes('--json')
const stop = new AbortController()
const world: World = {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdio: { input: process.stdin, output: process.stdout },
  terminal: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  signal: stop.signal,
}

/** The whole process: `main.js` begins it. */
export async function run(): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe)
  process.stderr.on('error', ignoreClosedPipe)
  process.on('uncaughtException', (error) => void tell(error).finally(() => process.exit(3)))
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopBy(name))
  try {
    const status = await runCommandLine(words, { version: version(), world })
    process.exitCode = status === 0 ? 0 : (signalStatus() ?? status)
  } catch (error) {
    process.exitCode = await tell(error)
  }
}

/** What went wrong outside of a command: the command line itself, or a bug. */
async function tell(error: unknown): Promise<number> {
  const { tellFailure } = await import('./commands/run.ts')
  const message = error instanceof Error ? error.message : String(error)
  const failure = error instanceof Failure ? error : new Failure('internal-error', failures['internal-error'](message))
  return await tellFailure(failure, { root: world.cwd, json, world, error })
}

/** The first signal asks, the second one and three seconds of patience insist. */
function stopBy(name: 'SIGINT' | 'SIGTERM'): void {
  if (stop.signal.aborted) process.exit(128 + constants.signals[name])
  stop.abort(new Failure('interrupted', failures.interrupted(name)))
  setTimeout(() => process.exit(128 + constants.signals[name]), 3_000).unref()
}

/** As shells report a process that a signal ended. */
function signalStatus(): number | null {
  if (!stop.signal.aborted) return null
  return 128 + constants.signals[String(stop.signal.reason).includes('SIGTERM') ? 'SIGTERM' : 'SIGINT']
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write(text) {
      stream.write(text)
    },
    // Node's own judgement: a terminal, NO_COLOR, FORCE_COLOR.
    colour: styleText('red', 'x', { stream }) !== 'x',
  }
}

/** A reader such as `head` has seen enough: the command still ends its work, and with its own status. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.version
}
