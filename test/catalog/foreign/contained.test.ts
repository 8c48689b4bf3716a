import { expect, test } from 'vitest'
import { containedIn } from '../../../pipeline/catalog/foreign/contained.ts'

/** The text of so many different words. */
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

test.each<[string, string, string[], [part: number, at: number, length: number][]]>([
  ['the longest of those that begin there', 'a b c d e f g', ['b c d e', 'b c d e f', 'c d e f g'], [[1, 1, 5]]],
  [
    'side by side, whatever stands between words',
    'One two *three* four. Five six seven eight!',
    ['five six seven eight', 'One two three four'],
    [
      [1, 0, 4],
      [0, 4, 4],
    ],
  ],
  ['a text whatever its capitals', 'And then The Ferry sailed at TEN', ['the ferry sailed at ten'], [[0, 2, 5]]],
  ['a text that is all of it', 'a b c d', ['a b c d'], [[0, 0, 4]]],
  ['a text at its end', 'x a b c d', ['a b c d'], [[0, 1, 4]]],
  ['the next one where the first has another end', 'a b c d e', ['a b c d x', 'a b c d'], [[1, 0, 4]]],
  ['none of three words', 'a b c d', ['b c d'], []],
  ['none that goes on behind it', 'x a b c d', ['a b c d e'], []],
  ['Chinese, which has no blanks', '昨天，我们开会讨论。', ['我们开会讨论'], [[0, 2, 6]]],
  ['a long text', words(2000), [words(1999)], [[0, 0, 1999]]],
  ['nothing in one that is too long', words(2001), ['word1 word2 word3 word4'], []],
  ['no part that is too long', words(2000), [words(2001)], []],
])('finds %s', (_, whole, parts, found) => {
  const [first] = containedIn([whole], parts)
  expect(first?.parts.map(({ part, at, length }) => [part, at, length])).toEqual(found)
})

test('says how many words each whole has', () => {
  expect(containedIn(['a b', 'a *b* c.'], []).map(({ length }) => length)).toEqual([2, 3])
})
