import { expect, test } from 'vitest'
import { mutantsOf, mutated } from './mutants.ts'

const mistakesIn = (text: string): string[] => mutantsOf('a.ts', text).map((mutant) => mutated(text, mutant))

test.each([
  ['a comparison', 'a < b', ['(a <= b)', '(a >= b)', ';']],
  ['a condition', 'const c = a ? b : 1', ['const c = true ? b : 1', 'const c = false ? b : 1']],
  ['a step', 'go()', [';']],
  ['a text', "const a = 'b'", ["const a = ''"]],
  ['an answer', 'const a = true', ['const a = false']],
  ['a method', 'const a = b.every(c)', ['const a = b.some(c)']],
  ['a method that might be left out', 'const a = b.trim()', ['const a = b']],
  ['a doubt', 'const a = b ?? c', ['const a = (b && c)']],
])('%s may be mistaken', (_, text, expected) => {
  expect(mistakesIn(text).toSorted()).toEqual(expected.toSorted())
})

test('types, imports and names are none of it', () => {
  expect(mistakesIn("import { a } from 'a'\ntype B = 'c' | true\nconst d = { 'e-f': a } satisfies object")).toEqual([])
})
