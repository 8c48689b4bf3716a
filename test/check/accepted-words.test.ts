import { expect, test } from 'vitest'
import { acceptedWords } from '../../pipeline/check/accepted-words.ts'
import { emptyGlossary } from '../../pipeline/model/glossary.ts'
import type { Locale } from '../../pipeline/model/locale.ts'

const en = 'en' as Locale

test.each([
  ['ship', 'ship', true],
  ['ship', 'Ship', true],
  ['ship', 'SHIP', true],
  ['Vlora', 'Vlora', true],
  ['Vlora', 'VLORA', true],
  ['Vlora', 'vlora', false],
  ['Vlorë', 'Vlore\u0308', true],
  ["o'clock", 'o’clock', true],
  ['ship', 'ships', false],
])('%s accepts %s: %s', (word, written, accepted) => {
  expect(acceptedWords([word], emptyGlossary, en)(written)).toBe(accepted)
})

test('capitals are those of the language', () => {
  const accepts = acceptedWords(['ince'], emptyGlossary, 'tr' as Locale)
  expect(['İnce', 'İNCE', 'Ince'].map(accepts)).toEqual([true, true, false])
})

test('each word of a glossary’s term is accepted in its language', () => {
  const forms = new Map([[en, ['Strait of Otranto']]])
  const glossary = { terms: [{ note: null, forms, forbidden: new Map(), exact: false, line: 1 }] }
  expect(['Otranto', 'otranto', 'of'].map(acceptedWords([], glossary, en))).toEqual([true, false, true])
  expect(acceptedWords([], glossary, 'en-GB' as Locale)('Otranto')).toBe(true)
  expect(acceptedWords([], glossary, 'it' as Locale)('Otranto')).toBe(false)
})
