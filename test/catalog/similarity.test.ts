import { fc, test as law } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { likeness, similarityTo } from '../../pipeline/catalog/similarity.ts'

const text = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '语'), minLength: 30, maxLength: 100 }),
  // Few of these stand twice in the same 32.
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 30, maxLength: 100 }),
)

/** The textbook's table. */
function plain(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const character of a.split('')) {
    const next = [0]
    for (let at = 1; at <= b.length; at++)
      next[at] = character === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0)
    row = next
  }
  return a === b ? 1 : (2 * (row[b.length] ?? 0)) / (a.length + b.length)
}

law.prop([text, text])('is that of the longest common subsequence', (a, b) => {
  expect(similarityTo(a)(b)).toBeCloseTo(plain(a, b), 12)
})

law.prop([text, text])('no two texts are more alike than their lengths allow, and some are as alike', (a, b) => {
  expect(similarityTo(a)(b)).toBeLessThanOrEqual(likeness(a.length, b.length) || 1)
  if (a !== '') expect(similarityTo(a)(a + b)).toBe(likeness(a.length, a.length + b.length))
})

test('an edit is similar, another text is not', () => {
  expect(similarityTo('The talks were won.')('The talks were not won.')).toBeGreaterThan(0.9)
  expect(similarityTo('Three people were injured in the fire.')('Oil prices fell on Monday morning.')).toBeLessThan(0.5)
})
