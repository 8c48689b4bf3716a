import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { phraseFinder } from '../../../pipeline/check/style/phrase-finder.ts'

const find = (phrases: readonly string[], text: string) => {
  const finder = phraseFinder(phrases.map((phrase) => [phrase, phrase] as const))
  return finder(text).map(({ start, end, meaning }) => `${text.slice(start, end)}=${meaning}`)
}

describe('a phrase is found', () => {
  test.each([
    ['with capitals', ['at sea'], 'At sea and AT SEA', ['At sea=at sea', 'AT SEA=at sea']],
    ['as it stands where it has capitals', ['Act'], 'Act, act, ACT', ['Act=Act']],
    ['across white space of any kind', ['at sea'], 'at\u00A0 \nsea', ['at\u00A0 \nsea=at sea']],
    ['with either apostrophe', ["o'clock"], 'o’clock', ["o’clock=o'clock"]],
    ['only where words begin and end', ['sea'], 'season, oversea, sea-', ['sea=sea']],
    ['the longer one first', ['at', 'at sea'], 'at sea', ['at sea=at sea']],
    ['without overlap', ['a b', 'b c'], 'a b c', ['a b=a b']],
    ['where it begins with a sign', ['% of'], '5 % of it', ['% of=% of']],
    ['within what has no spaces', ['公海'], '在公海上', ['公海=公海']],
    ['in Thai', ['เรือ'], 'นั่งเรือไป', ['เรือ=เรือ']],
    ['with signs that patterns use', ['a.b*c'], 'a.b*c axbbc', ['a.b*c=a.b*c']],
    ['with Cyrillic capitals', ['море'], 'Море', ['Море=море']],
  ])('%s', (_, phrases, text, expected) => {
    expect(find(phrases, text)).toEqual(expected)
  })
})

const piece = fc.constantFrom('a', 'b', 'A', 'é', ' ', '  ', '-', "'", '’', '海', '.', '1')
const texts = fc.string({ unit: piece, maxLength: 40 })
test.prop([fc.array(fc.string({ unit: piece, minLength: 1, maxLength: 5 }), { maxLength: 6 }), texts])(
  'what is found stands there, in order and without overlap',
  (phrases, text) => {
    const finder = phraseFinder(phrases.filter((phrase) => phrase.trim() !== '').map((phrase) => [phrase.trim(), phrase.trim()] as const))
    let last = 0
    const plain = (one: string) => one.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
    for (const { start, end, meaning } of finder(text)) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(plain(text.slice(start, end))).toBe(plain(meaning))
      last = end
    }
  },
)
