import { expect, test } from 'vitest'
import { termsOf } from '../../../pipeline/catalog/memory/terms.ts'

test('a text is found by its words and by its pairs of neighbouring words', () => {
  const [ferry, leaves, pair] = [termsOf('ferry'), termsOf('leaves'), termsOf('ferry leaves')]
  expect([ferry.length, leaves.length, pair.length]).toEqual([1, 1, 3])
  expect(pair).toEqual([...ferry, ...leaves, pair[2]])
  expect(termsOf('leaves ferry')).not.toContain(pair[2])
  expect(termsOf('the ferry leaves')).toContain(pair[2])
  expect(termsOf('ferry never leaves')).not.toContain(pair[2])
})

test('capitals and marks tell nothing', () => {
  expect(termsOf('“The FERRY”, leaves!')).toEqual(termsOf('the ferry leaves'))
})

test.each(['会谈将于', '協議は再', 'การเจร', 'ກາສາລ', 'ភាសាខ', 'မြန်မ'])('%s is found by each pair of its characters', (text) => {
  const pairs = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  expect(termsOf(text)).toEqual(pairs.flatMap(termsOf))
  expect(new Set(pairs.flatMap(termsOf)).size).toBe(new Set(pairs).size)
})

test('a character that stands alone is found by itself', () => {
  expect(termsOf('会')).toHaveLength(1)
  expect(termsOf('会')).not.toEqual(termsOf('谈'))
  expect(termsOf('会 谈')).toEqual([...termsOf('会'), ...termsOf('谈')])
})

test('words on the two sides of another script are no neighbours', () => {
  expect(termsOf('ferry 会谈 leaves')).toEqual([...termsOf('ferry'), ...termsOf('会谈'), ...termsOf('leaves')])
})

test('a text without words is found by nothing', () => {
  expect(termsOf(' – … ')).toEqual([])
})
