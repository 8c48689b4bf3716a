import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { wordsIn } from '../../../pipeline/check/spelling/words-in.ts'

const words = (text: string, language = 'en') => wordsIn(text, language).map(({ text: word, begins }) => (begins ? `^${word}` : word))

test.each([
  ['en', 'He said “don’t”, the co-op’s men.', ['^He', 'said', 'don’t', 'the', 'co-op’s', 'men']],
  ['en', 'In the 1990s G7 and NATO, UN’s and NGOs, iPhone, snake_case.', ['^In', 'the', 'and', 'and']],
  ['en', 'See index.html, U.S. law, a@b #tag $x 10:30 e.g. that.', ['^See', 'law', 'that']],
  ['en', 'Mr. Quintanal spoke. Then (“So!”) J. Doe left… Now', ['^Mr', 'Quintanal', 'spoke', '^Then', 'So', 'Doe', 'left', '^Now']],
  ['en', 'the Москва and 北京 word￼', ['the', 'and']],
  ['it', 'dell’accordo c’è', ['dell’accordo', 'c’è']],
  ['ru', 'Привет Hello мир', ['^Привет', 'мир']],
  ['ar', 'قال، والمضائق: العربيّة', ['قال', 'والمضائق', 'العربيّة']],
  ['he', 'צה״ל אמר ג׳ירפה', ['צה״ל', 'אמר', 'ג׳ירפה']],
  ['zh', '这是消息', []],
])('%s: %s', (language, text, expected) => {
  expect(words(text, language).map((word) => (expected.includes(word) ? word : word.replace('^', '')))).toEqual(expected)
})

test.prop([
  fc
    .array(fc.constantFrom('the ', 'L’', 'a-b', '. ', '“', 'Mr. ', '\uFFFC', '1', 'é', 'É', '\u0301', '\uD800'))
    .map((parts) => parts.join('')),
])('words stand where they say', (text) => {
  for (const { text: word, start, end } of wordsIn(text, 'fr')) expect(text.slice(start, end)).toBe(word)
})

test('what no word is as long as is none', () => {
  expect(words(`the ${'x'.repeat(101)} end`)).toEqual(['the', 'end'])
})

test.each(['a', 'a-', 'a’', 'A.', '. ', '-', 'é\u0301', '_a'])('%s a hundred thousand times takes linear time', (part) => {
  expect(wordsIn(part.repeat(100_000), 'en').length).toBeLessThanOrEqual(100_000)
})
