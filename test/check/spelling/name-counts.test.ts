import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { nameCounts } from '../../../pipeline/check/spelling/name-counts.ts'
import { oneEdit, traces } from '../../../pipeline/check/spelling/one-edit.ts'

const name = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''))

test.prop([name, name])('of two words one edit apart, one is the other’s trace, or both share one', (one, other) => {
  if (oneEdit(one, other) === null) return
  expect(new Set(traces(one)).intersection(new Set(traces(other))).size).toBeGreaterThan(0)
})

test.prop([name, name])('an edit leads back', (one, other) => {
  const [there, back] = [oneEdit(one, other), oneEdit(other, one)]
  expect([there?.before, there?.after]).toEqual([back?.before, back?.after])
})

test.prop([fc.dictionary(name, fc.integer({ min: 1, max: 9 })), name])(
  'the near ones are all that are nearer and more frequent',
  (counts, asked) => {
    const names = nameCounts(new Map(Object.entries(counts)))
    const expected = Object.entries(counts).filter(
      ([other, count]) => count >= 3 && count > (counts[asked] ?? 0) && oneEdit(asked, other) !== null,
    )
    expect(new Set(names.near(asked))).toEqual(new Set(expected.map(([other]) => other)))
  },
)

test.each([
  ['Araghci', 'Araghchi', { edit: 'insert', before: 6, after: 1 }],
  ['Arahgchi', 'Araghchi', { edit: 'swap', before: 3, after: 3 }],
  ['Araghchii', 'Araghchi', { edit: 'delete', before: 8, after: 0 }],
  ['Aroghchi', 'Araghchi', { edit: 'replace', before: 2, after: 5 }],
  ['Araghchi', 'Araghchi', null],
  ['Aragchy', 'Araghchi', null],
  ['cb', 'bca', null],
])('%s, %s', (one, other, expected) => {
  expect(oneEdit(one, other)).toEqual(expected)
})
