import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Note } from './runner.ts'
import type { Trial } from './trial.ts'

/** Numbers of mutants. */
export interface Tried {
  readonly survivors: readonly number[]
  /** They never came to an end, which a person would notice. */
  readonly endless: readonly number[]
}

/**
 * Try the first `count` mutants of a file.
 *
 * @param limit seconds for one of them
 */
export async function tryMutants(root: string, what: Omit<Trial, 'alive'>, count: number, limit: number): Promise<Tried> {
  const alive = new Set(Array(count).keys())
  const endless: number[] = []
  for (;;) {
    const index = await trial(root, what, alive, limit)
    if (index === null) return { survivors: [...alive], endless }
    endless.push(index)
    alive.delete(index)
  }
}

/**
 * Try the mutants in `alive` in a process of their own, and take out those that a test notices.
 *
 * @returns the one that never came to an end; null once all were tried
 */
function trial(root: string, what: Omit<Trial, 'alive'>, alive: Set<number>, limit: number): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  const argument = JSON.stringify({ ...what, alive: [...alive] } satisfies Trial)
  const child = fork(join(import.meta.dirname, 'trial.ts'), [argument], { cwd: root })
  let timer: NodeJS.Timeout | undefined
  child.on('message', (note: Note) => {
    clearTimeout(timer)
    switch (note.kind) {
      case 'trying':
        timer = setTimeout(() => child.kill('SIGKILL') && resolve(note.mutant), limit * 1000)
        break
      case 'killed':
        alive.delete(note.mutant)
        break
      case 'unfit':
        console.log(`  can't judge: ${note.test}`)
        break
      case 'counted':
      case 'ready':
    }
  })
  child.on('exit', (status) => {
    clearTimeout(timer)
    if (status === 0) resolve(null)
    else reject(new Error(`the tests of ${what.file} can't run`)) // has no effect where the limit has decided
  })
  return promise
}
