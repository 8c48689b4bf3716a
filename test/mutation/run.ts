/**
 * Mutation testing: make one small mistake at a time, and see whether a test notices.
 *
 *     npm run mutation -- pipeline/catalog/align.ts pipeline/catalog/match-of.ts
 *     npm run mutation -- --tests test/merge --tests test/cli/status.test.ts pipeline/merge/edition.ts
 *
 * A file's tests are those of the folder that mirrors its own. Nothing is written: mistakes are made while modules are loaded. A mistake that
 * no test notices is printed with its place; whether it would do harm is for a person to judge.
 */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pointAt } from '../../pipeline/model/place.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import type { Note } from './runner.ts'
import type { Trial } from './trial.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true },
    /** Seconds for one mutant: a mistake may well loop for ever. */
    limit: { type: 'string', default: '60' },
  },
})

for (const file of positionals) await mutate(file)

async function mutate(file: string): Promise<void> {
  const text = readFileSync(join(root, file), 'utf8')
  const mutants = mutantsOf(file, text)
  const tests = values.tests ?? [`${dirname(file).replace('pipeline', 'test')}/`]
  const alive = new Set(mutants.keys())
  const endless: number[] = []
  for (let index = await trial({ file, tests, alive }); index !== null; index = await trial({ file, tests, alive })) {
    endless.push(index)
    alive.delete(index)
  }
  const killed = mutants.length - alive.size - endless.length
  console.log(`${file}: ${killed} of ${mutants.length} mutants killed, ${endless.length} never came to an end, ${alive.size} survived`)
  for (const [index, mutant] of mutants.entries()) {
    if (endless.includes(index)) console.log(`  no end: ${describe(file, text, mutant)}`)
    if (alive.has(index)) console.log(`  ${describe(file, text, mutant)}`)
  }
}

/**
 * Try the mutants in `alive` in a process of their own, and take out those that a test notices.
 *
 * @returns the one that never came to an end; null once all were tried
 */
function trial({ file, tests, alive }: Omit<Trial, 'alive'> & { readonly alive: Set<number> }): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  const argument = JSON.stringify({ file, tests, alive: [...alive] } satisfies Trial)
  const child = fork(join(import.meta.dirname, 'trial.ts'), [argument], { cwd: root })
  let timer: NodeJS.Timeout | undefined
  child.on('message', (note: Note) => {
    clearTimeout(timer)
    switch (note.kind) {
      case 'trying':
        timer = setTimeout(() => child.kill('SIGKILL') && resolve(note.mutant), Number(values.limit) * 1000)
        break
      case 'killed':
        alive.delete(note.mutant)
        break
      case 'unfit':
        console.log(`  can't judge: ${note.test}`)
        break
      case 'ready':
    }
  })
  child.on('exit', (status) => {
    clearTimeout(timer)
    if (status === 0) resolve(null)
    else reject(new Error(`the tests of ${file} can't run`)) // has no effect where a limit has decided
  })
  return promise
}

function describe(file: string, text: string, { start, end, replacement }: Mutant): string {
  const { line, column } = pointAt(text, start)
  return `${file}:${line}:${column} ${oneLine(text.slice(start, end))} → ${oneLine(replacement)}`
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-35)}` : line
}
