import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../../pipeline/config/nearest.ts'

test.each([
  ['chekc', 'check'],
  ['CHECK', 'check'],
  ['chck', 'check'],
  ['checkk', 'check'],
  ['statsu', 'status'],
  ['xyz', null],
  ['', null],
])('%j is meant as %j', (word, meant) => {
  expect(nearest(word, ['check', 'sync', 'status'])).toBe(meant)
})

test('there is a question only where there is an answer', () => {
  expect([didYouMean('snyc', ['sync']), didYouMean('publish', ['sync'])]).toEqual([' Did you mean `sync`?', ''])
})
