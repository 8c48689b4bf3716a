import { spawnSync } from 'node:child_process'

/** What a whole process cost, its waited-for children's CPU included. */
export interface Cost {
  /** User and system, seconds. */
  readonly cpu: number
  /** Seconds. */
  readonly wall: number
  /** The largest resident set of a single process, megabytes (10⁶ bytes). */
  readonly peak: number
}

/**
 * Runs a command to its end and asks the system what it took.
 *
 * Node can't ask for a child's resources (`wait4`), so a small Python program does; what Python itself takes isn't counted.
 *
 * @throws {Error} where the command fails: a failed run has no cost worth knowing
 */
export function measure(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Cost {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-c', waiter, ...command], { env, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw new Error('benchmarks need python3', { cause: error })
  if (status !== 0) throw new Error(`${command.join(' ')} failed (${status}):\n${stderr.slice(-2000)}`)
  const [cpu = Number.NaN, wall = Number.NaN, peak = Number.NaN] = stdout.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
  return { cpu, wall, peak }
}

/** ru_maxrss counts kilobytes on Linux, bytes on macOS. */
const waiter = `
import os, sys, time
start = time.monotonic()
devnull = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, devnull, 1)])
_, status, usage = os.wait4(child, 0)
peak = usage.ru_maxrss * (1 if sys.platform == 'darwin' else 1024) / 1e6
print(usage.ru_utime + usage.ru_stime, time.monotonic() - start, peak)
sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
`

/** The middle of the values; for an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

/** The median and, behind it, the range. */
export function spread(values: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}
