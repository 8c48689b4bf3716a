/** One process of mutation testing, started by `run.ts`: file, number of the first mutant, tests. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node'
import { type Mutant, mutantsOf, mutated } from './mutants.ts'
import type { Message } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [file = '', first = '0', ...tests] = process.argv.slice(2)
const path = join(root, file)
const text = readFileSync(path, 'utf8')
let current: Mutant | null = null

const vitest = await createVitest(
  {
    config: false,
    root,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    testTimeout: 30_000,
    fsModuleCache: false,
    reporters: [{}],
    include: ['test/**/*.test.ts'],
    // Judges from outside are too slow to ask hundreds of times.
    exclude: ['test/browser/**', 'test/fixtures/**', '**/judges.test.ts', '**/corpora.test.ts'],
  },
  {
    plugins: [
      { name: 'mutant', enforce: 'pre', transform: (code, id) => (id === path && current !== null ? mutated(text, current) : code) },
    ],
  },
)
const specifications = await quickestFirst()
tell({ kind: 'ready' })
for (const [index, mutant] of mutantsOf(file, text).entries()) {
  if (index < Number(first)) continue
  current = mutant
  vitest.invalidateFile(path)
  tell({ kind: 'fate', index, killed: await isKilled() })
}
process.exit(0)

function tell(message: Message): void {
  process.send?.(message)
}

/** Without a mistake all must pass, else nothing could be learnt. */
async function quickestFirst(): Promise<TestSpecification[]> {
  const { testModules } = await vitest.start(tests)
  const failed = testModules.filter((module) => !module.ok())
  for (const { moduleId } of failed) console.error(`${moduleId} fails without any mistake`)
  if (testModules.length === 0 || failed.length > 0) process.exit(1)
  const seconds = new Map(testModules.map((module: TestModule) => [module.moduleId, module.diagnostic().duration]))
  const found = await vitest.globTestSpecifications(tests)
  return found.sort((a, b) => (seconds.get(a.moduleId) ?? 0) - (seconds.get(b.moduleId) ?? 0))
}

async function isKilled(): Promise<boolean> {
  for (const specification of specifications) {
    // Failures of earlier mutants would count for `bail`.
    vitest.state.filesMap.clear()
    vitest.state.idMap.clear()
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
    if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return true
  }
  return false
}
