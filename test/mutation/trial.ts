/** One process of mutation testing, started by `run.ts` with a `Trial` as its argument. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createVitest, type TestSpecification } from 'vitest/node'
import { manyMore } from './many-more.ts'
import { type Mutant, mutantsOf, mutated } from './mutants.ts'
import type { Note } from './runner.ts'
import { switched } from './switched.ts'

export interface Trial {
  /** The file with the mistakes. */
  readonly file: string
  /** Names of test files. */
  readonly tests: readonly string[]
  /** Numbers of the mutants to be tried. */
  readonly alive: readonly number[]
  /** Load all modules for each mutant: where tests compute something before the first of them runs. */
  readonly reload: boolean
}

// Who stops the run stops a mistake that loops for ever, too.
process.on('disconnect', () => process.exit(1))

const root = fileURLToPath(new URL('../..', import.meta.url))
const { file, tests, alive, reload } = JSON.parse(process.argv[2] ?? '') as Trial
const path = join(root, file)
const text = readFileSync(path, 'utf8')
const all = mutantsOf(file, text)
const isAtLoad = (index: number): boolean => reload || all[index]?.atLoad === true
const left = new Set(alive)
/** What a module does while it is loaded can't be switched: one mistake in the code itself. */
let loaded: Mutant | null = null
/** Of loops, in any test without a mistake. */
let mostRounds = 0

// Judges from outside are too slow to ask hundreds of times: none is found.
process.env['PATH'] = dirname(process.execPath)
process.env['RUNS'] ??= '25'
const vitest = await createVitest(
  {
    config: false,
    root,
    watch: false,
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 0,
    fsModuleCache: false,
    reporters: [{}],
    runner: join(import.meta.dirname, 'runner.ts'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/fixtures/**', '**/judges.test.ts', '**/corpora.test.ts'],
  },
  { plugins: [{ name: 'mutant', enforce: 'pre', transform: (code, id) => (id === path ? withMistakes(code) : code) }] },
)
const notes = new BroadcastChannel('mutation')
notes.onmessage = ({ data }) => tell(data as Note)

const specifications = await inOrder()
for (const specification of specifications) {
  if (
    !(await passes(
      specification,
      [...left].filter((index) => !isAtLoad(index)),
    ))
  )
    throw new Error(`${specification.moduleId} fails without any mistake`)
}
for (const index of left) {
  const mutant = all[index]
  if (mutant === undefined || !isAtLoad(index)) continue
  tell({ kind: 'trying', mutant: index })
  loaded = mutant
  vitest.invalidateFile(path)
  for (const specification of specifications) {
    if (await passes(specification, [])) continue
    tell({ kind: 'killed', mutant: index })
    break
  }
}
// What was told before has arrived once this has.
process.send?.({ kind: 'ready' } satisfies Note, () => process.exit(0))

function withMistakes(code: string): string {
  return loaded === null
    ? switched(file, code, new Map(all.entries().filter(([index]) => !isAtLoad(index))))
    : switched(file, mutated(code, loaded), new Map())
}

function tell(note: Note): void {
  if (note.kind === 'killed') left.delete(note.mutant)
  if (note.kind === 'counted' && loaded === null) mostRounds = Math.max(mostRounds, note.rounds)
  process.send?.(note)
}

async function inOrder(): Promise<TestSpecification[]> {
  const order = tests.map((name) => join(root, name))
  const found = await vitest.globTestSpecifications([...tests])
  const place = ({ moduleId }: TestSpecification): number => order.findIndex((name) => moduleId.startsWith(name))
  if (found.length === 0) throw new Error(`There are no tests in ${tests.join(', ')}`)
  return found.toSorted((a, b) => place(a) - place(b))
}

async function passes(specification: TestSpecification, alive: readonly number[]): Promise<boolean> {
  vitest.provide('alive', alive)
  vitest.provide('mostRounds', loaded === null ? null : manyMore(mostRounds))
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
  // The last notes of the tests' thread may come behind its result.
  await setImmediate()
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok())
}
