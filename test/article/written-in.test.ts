import { expect, test } from 'vitest'
import { writtenIn } from '../../pipeline/article/written-in.ts'
import type { Locale } from '../../pipeline/model/locale.ts'

const locales = ['en', 'pt', 'pt-BR', 'sr-Latn'] as Locale[]

test.each([
  ['en', 'en', 'en'],
  ['en-gb', 'en', 'en-GB'],
  ['pt-BR', 'pt-BR', 'pt-BR'],
  ['pt-PT', 'pt', 'pt-PT'],
  ['sr-Latn-RS', 'sr-Latn', 'sr-Latn-RS'],
])('%s is %s, as %s', (lang, locale, variety) => {
  expect(writtenIn(lang, locales)).toEqual({ locale, variety })
})

test.each(['fr', 'sr', 'sr-Cyrl', 'english', ''])('%s is none of the site’s', (lang) => {
  expect(writtenIn(lang, locales)).toBeNull()
})
