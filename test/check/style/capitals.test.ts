import { expect, test } from 'vitest'
import { wrongCapitals } from '../../../pipeline/check/style/capitals.ts'
import { inCaseOf } from '../../../pipeline/check/style/in-case-of.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'

const en = 'en' as Locale
const known = { locale: en, accepts: (word: string) => word === 'Vlora' }

test.each([
  ['sentence', 'Talks on the Strait of Otranto open', null],
  ['sentence', 'Talks On Passage Through Straits Open Again', []],
  ['sentence', 'NATO and EU in Geneva', null],
  ['title', 'Talks on Passage Open', null],
  ['title', 'Talks on passage open', ['Talks on Passage Open']],
  ['upper', 'Talks in Geneva', ['TALKS IN GENEVA']],
  ['upper', 'TALKS 2026', null],
  ['lower', 'talks in Vlora', null],
  ['lower', 'talks in Geneva', []],
  ['title', '公海', null],
] as const)('%s: %s', (style, text, expected) => {
  expect(wrongCapitals(text, { style, except: [] }, known)?.expected ?? null).toEqual(expected)
})

test.each([
  ['Utilise', 'use', 'Use'],
  ['UTILISE', 'use', 'USE'],
  ['utilise', 'use', 'use'],
  ['utilise', 'NATO', 'NATO'],
  ['A', 'one', 'One'],
  ['公', 'use', 'use'],
])('%s becomes %s as %s', (written, text, expected) => {
  expect(inCaseOf(written, text, en)).toBe(expected)
})
