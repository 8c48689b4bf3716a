import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import { wrongQuote } from '../../../pipeline/check/rules/wrong-quote.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { hitsIn } from '../sample.ts'

const find = (locale: string, text: string, options = {}) => hitsIn(wrongQuote, locale, text, options)

describe('wrong', () => {
  test.each([
    ['en', '“no“ and ”yes”', ['“ → ”', '” → “']],
    ['en', '„no“', ['„ → “', '“ → ”']],
    ['en', '“yes” and "no", (“a”)', ['" → “', '" → ”']],
    ['en', '“yes” and "*no*"', ['" → “', '" → ”']],
    ['de', '„Wort”, “Wort”, «Wort»', ['” → “', '“ → „', '” → “']],
    ['de', '„Ja“, "Nein".', ['" → „', '" → “']],
    ['fr', '« oui », « non », "peut-être".', ['" → «\u00a0', '" → \u00a0»']],
    ['sv', '“Nej”, sa hon.', ['“ → ”']],
    ['hu', '„szó“-val', []],
    ['hu', '„szó“ és', ['“ → ”']],
    ['cs', '„slovo” a', ['” → “']],
    ['it', '„parola“, „parola”', ['„ → «', '“ → »', '„ → «', '” → »']],
  ])('%s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual(expected)
  })
})

describe('no alarm', () => {
  test.each([
    ['en', '"yes" and "no"'],
    ['en', '“the 12" record, a 6’2" man” and “in 1984”'],
    ['en', '“He said ‘no’.” “Why?”—“So.”'],
    ['de', '„Wort“, »Wort«, „Sag ‚ja‘!“'],
    ['fr', '« oui », «\u202foui\u202f», « un “mot” »'],
    ['sv', '”Nej”, »nej»'],
    ['he', 'צה"ל “ו” אמר'],
    ['ar', '”نعم“ و “لا”'],
    ['zh', '他说：“好。”她说："不。"'],
    ['xx', '„a” “b“ "c"'],
  ])('%s: %s', (locale, text) => {
    expect(find(locale, text)).toEqual([])
  })
})

test('a house has its own pairs', () => {
  const options = { pairs: ['es «» “”', 'de-CH «»', 'en ‘’'] }
  expect(find('de-CH', '„Wort“', options)).toEqual(['„ → «', '“ → »'])
  expect(find('de-AT', '„Wort“', options)).toEqual([])
  expect(find('es-MX', '«palabra» y "palabra"', { ...options, mixed: true })).toEqual(['" → «', '" → »'])
})

test('straight marks may be passed over', () => {
  expect(find('en', '“yes” and "no"', { mixed: false })).toEqual([])
})

/** With the first replacement of each hit put in. */
function mended(locale: string, text: string): string {
  const hits = wrongQuote.check([passageOf(text, locale as Locale, 'markdown')], {}, noKnowledge)[0] ?? []
  return hits.toReversed().reduce((left, { range, expected: [right = ''] }) => {
    return range === null ? left : left.slice(0, range.start) + right + left.slice(range.end)
  }, text)
}

const quoted = fc
  .tuple(fc.constantFrom('“”', '„“', '„”', '””', '«»', '»«', '""'), fc.stringMatching(/^[a-zäöü]{1,6}( [a-zäöü]{1,6})?$/))
  .map(([[opens, closes], words]) => `so ${opens}${words}${closes}, so`)
const locales = fc.constantFrom('en', 'de', 'sv', 'pl', 'it', 'fr', 'es', 'ru', 'hu', 'da')
test.prop([locales, fc.array(quoted, { minLength: 1, maxLength: 5 })])('what is put in for wrong marks is right', (locale, quotations) => {
  const once = mended(locale, quotations.join(' '))
  expect(mended(locale, once)).toBe(once)
})
