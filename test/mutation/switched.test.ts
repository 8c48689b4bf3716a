import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { type Mutant, mutantsOf, mutated } from './mutants.ts'
import { type Switch, switched } from './switched.ts'

const module = `(list) => {
  const limit = 3
  const found = []
  for (const one of list) found.push(one?.name.trim().slice(0, limit) ?? 'none')
  let at = 0
  do at++
  while (at < found.length && found[at] !== '')
  if (at > 1) {
    at += 2
    found.reverse()
  } else if (at === 1) found.sort()
  else at--
  return [...found, at, at % 2 === 0 ? \`\${at}!\` : '', (() => { let sum = 0; for (const { length } of found) sum += length; return sum })()].join(' ')
}`
const inputs = [[], [{ name: ' Ada ' }], [null, { name: 'Byron' }], [{ name: 'b' }, { name: '' }, { name: 'a c' }]]
const mutants: readonly Mutant[] = mutantsOf('a.ts', module)

function answers(code: string, mutant: number | null): unknown[] {
  const mutation: Switch = { mutant, rounds: 0, limit: 1000 }
  const act = runInNewContext(code, { mutation }, { timeout: 1000 }) as (list: unknown) => unknown
  return inputs.map((input) => {
    try {
      return act(input)
    } catch (error) {
      return `no answer: ${(error as Error).name}`
    }
  })
}

const all = switched('a.ts', module, new Map(mutants.entries()))

test('a module with all its mistakes does what it did while none is made', () => {
  expect(answers(all, null)).toEqual(answers(module, null))
})

test.each(mutants.map((mutant, index) => [module.slice(mutant.start, mutant.end), mutant.replacement, index] as const))(
  '%s made %s does what it would do there',
  (_, __, index) => {
    expect(answers(all, index)).toEqual(answers(switched('a.ts', mutated(module, mutants[index] as Mutant), new Map()), null))
  },
)

test('a mistake that makes a loop endless is an error', () => {
  const endless = 'at => { while (at > 0) at--; return at }'
  const index = mutantsOf('a.ts', endless).findIndex(({ replacement }) => replacement === 'at++')
  const act = runInNewContext(switched('a.ts', endless, new Map(mutantsOf('a.ts', endless).entries())), {
    mutation: { mutant: index, rounds: 0, limit: 1000 },
  }) as (at: number) => number
  expect(() => act(1)).toThrow('a loop without an end')
})
