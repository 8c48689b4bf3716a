import { fc } from '@fast-check/vitest'
import { type RunnerTestCase, TestRunner } from 'vitest'
import { manyMore } from './many-more.ts'
import type { Switch } from './switched.ts'

/** What the tests' thread tells while they run: it is about to try this mutant, a test noticed it, or a test that can't judge. */
export type Note =
  | { readonly kind: 'trying' | 'killed'; readonly mutant: number }
  | { readonly kind: 'ready' }
  /** Rounds of loops that a test took without a mistake. */
  | { readonly kind: 'counted'; readonly rounds: number }
  | { readonly kind: 'unfit'; readonly test: string }

declare module 'vitest' {
  interface ProvidedContext {
    /** Numbers of the mutants that no test has noticed so far. */
    alive: readonly number[]
    /** More rounds of loops than a test may take where a mistake is made from the start; null where none is. */
    mostRounds: number | null
  }
}

declare global {
  var mutation: Switch
}

globalThis.mutation = { mutant: null, rounds: 0, limit: Number.POSITIVE_INFINITY }
// The first failure of a law is enough; another seed might let another mutant through.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, seed: 1 })

/**
 * Runs each test without a mistake first, then with one after the other that nobody has noticed yet, then without one again.
 *
 * Modules are loaded once, hooks are called once a test: a test that the mistakes left broken behind them can't judge, and what it noticed doesn't count.
 */
// biome-ignore lint/style/noDefaultExport: it is what vitest asks of a runner.
export default class MutationRunner extends TestRunner {
  readonly #notes = new BroadcastChannel('mutation')
  readonly #alive = new Set<number>(this.injectValue('alive'))
  readonly #limit = this.injectValue('mostRounds') ?? Number.POSITIVE_INFINITY

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    const whileLoaded = globalThis.mutation.rounds
    Object.assign(globalThis.mutation, { rounds: 0, limit: this.#limit })
    await run()
    const { rounds } = globalThis.mutation
    this.#tell({ kind: 'counted', rounds: Math.max(rounds, whileLoaded) })
    globalThis.mutation.limit = manyMore(rounds)
    const killed: number[] = []
    for (const mutant of this.#alive) {
      this.#tell({ kind: 'trying', mutant })
      if (await isNoticed(mutant, run)) killed.push(mutant)
    }
    if (killed.length > 0 && (await isNoticed(null, run))) this.#tell({ kind: 'unfit', test: `${test.file.name} > ${test.name}` })
    else for (const mutant of killed) this.#kill(mutant)
    globalThis.mutation.limit = this.#limit
    this.#tell({ kind: 'ready' })
  }

  #kill(mutant: number): void {
    this.#alive.delete(mutant)
    this.#tell({ kind: 'killed', mutant })
  }

  #tell(note: Note): void {
    this.#notes.postMessage(note)
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    super.onAfterRunFiles(files)
    this.#notes.close()
  }
}

async function isNoticed(mutant: number | null, run: () => unknown): Promise<boolean> {
  globalThis.mutation.mutant = mutant
  globalThis.mutation.rounds = 0
  try {
    await run()
    return false
  } catch {
    return true
  } finally {
    globalThis.mutation.mutant = null
  }
}
