/**
 * Mutation testing: make one small mistake at a time, and see whether a test notices.
 *
 *     npm run mutation
 *     npm run mutation -- pipeline/catalog/align.ts pipeline/catalog/match-of.ts
 *     npm run mutation -- --tests test/merge --tests test/cli/status.test.ts pipeline/merge/edition.ts
 *
 * Without a file it tries all of `accepted.json`, where each has its tests and the mistakes that do no harm, by the reason why; a file that
 * isn't there is tried with the tests of the folder that mirrors its own. Nothing is written: mistakes are made while modules are loaded.
 * The exit status is 1 where a mistake that nobody accepted survives, or one that was accepted is noticed by now.
 *
 * Laws are tried 25 times a mistake, with the same seed each time, so that two runs agree; `RUNS=500` looks closer.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Accepted, judge } from './accepted.ts'
import { describe, mutantsOf } from './mutants.ts'
import { tryMutants } from './try-mutants.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const accepted: Readonly<Record<string, Accepted>> = JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8'))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true },
    /** Seconds for one mutant: a mistake may well loop for ever. */
    limit: { type: 'string', default: '60' },
    /** Load all modules for each mutant: slow, for tests that compute something before the first of them runs. */
    reload: { type: 'boolean' },
  },
})

for (const file of positionals.length > 0 ? positionals : Object.keys(accepted)) if (!(await isFine(file))) process.exitCode = 1

async function isFine(file: string): Promise<boolean> {
  const text = readFileSync(join(root, file), 'utf8')
  const mutants = mutantsOf(file, text)
  const tests = values.tests ?? accepted[file]?.tests ?? [`${dirname(file).replace('pipeline', 'test')}/`]
  const { survivors, endless } = await tryMutants(
    root,
    { file, tests, reload: values.reload ?? accepted[file]?.reload ?? false },
    mutants.length,
    Number(values.limit),
  )
  const told = survivors.flatMap((index) => mutants[index] ?? []).map((mutant) => describe(text, mutant))
  const { surprising, noticed } = judge(told, accepted[file])
  const counts = [
    `${mutants.length - survivors.length - endless.length} of ${mutants.length} mutants killed`,
    `${endless.length} never came to an end`,
    `${survivors.length} survived, ${survivors.length - surprising.length} of them accepted`,
  ]
  console.log(`${file}: ${counts.join(', ')}`)
  for (const mutant of endless.flatMap((index) => mutants[index] ?? [])) console.log(`  no end: ${file}:${describe(text, mutant).place}`)
  for (const { place, change } of surprising) console.log(`  ${file}:${place} ${change}`)
  for (const change of noticed) console.log(`  noticed by now, accepted no longer: ${change}`)
  return surprising.length === 0 && noticed.length === 0
}
