import { spawnSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'

/** One line on what a benchmark ran on: figures from another machine compare only as ratios. */
export function machine(): string {
  const cores = cpus()
  return `${type()} ${release()}, ${cores.length} × ${cores[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
}

/** The first line of a program's version, null where it isn't installed. */
export function versionOf(program: string, argument: string): string | null {
  const { status, stdout } = spawnSync(program, [argument], { encoding: 'utf8' })
  return status === 0 ? (stdout.split('\n')[0] ?? '') : null
}

/** Whether a program is there and has nothing against these arguments, given nothing to read. */
export function isWilling(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { input: '' }).status === 0
}
