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

/** From the trial's process: its tests pass without any mistake, or how the mutant with this number fared. */
export type Message = { readonly kind: 'ready' } | { readonly kind: 'fate'; readonly index: number; readonly killed: boolean }

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
  const survivors: Mutant[] = []
  const endless: Mutant[] = []
  for (let next = 0; next < mutants.length; ) {
    const { tried, survived, stopped } = await trial(file, tests, next)
    survivors.push(...survived.flatMap((index) => mutants[index] ?? []))
    next += tried
    const last = mutants[next]
    if (stopped && last !== undefined) endless.push(last)
    if (stopped) next++
  }
  const killed = mutants.length - survivors.length - endless.length
  console.log(
    `${file}: ${killed} of ${mutants.length} mutants killed, ${endless.length} never came to an end, ${survivors.length} survived`,
  )
  for (const mutant of endless) console.log(`  no end: ${describe(file, text, mutant)}`)
  for (const mutant of survivors) console.log(`  ${describe(file, text, mutant)}`)
}

interface Trial {
  /** Mutants that came to an end. */
  readonly tried: number
  /** Their numbers. */
  readonly survived: readonly number[]
  /** The next one never came to an end. */
  readonly stopped: boolean
}

/** Mutants from `first` on, in a process of their own. */
function trial(file: string, tests: readonly string[], first: number): Promise<Trial> {
  const survived: number[] = []
  const { promise, resolve, reject } = Promise.withResolvers<Trial>()
  const child = fork(join(import.meta.dirname, 'trial.ts'), [file, String(first), ...tests], { cwd: root })
  let tried = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  child.on('message', (message: Message) => {
    if (message.kind === 'fate') {
      tried++
      if (!message.killed) survived.push(message.index)
    }
    clearTimeout(timer)
    timer = setTimeout(() => {
      stopped = child.kill('SIGKILL')
    }, Number(values.limit) * 1000)
  })
  child.on('exit', (status) => {
    clearTimeout(timer)
    if (stopped || status === 0) resolve({ tried, survived, stopped })
    else reject(new Error(`the tests of ${file} can't run`))
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
