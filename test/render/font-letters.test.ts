import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Locale } from '../../pipeline/model/locale.ts'
import { commonLetters, pageLetters, runs, unicodeRange, within } from '../../pipeline/render/font-letters.ts'
import { tag } from './sample.ts'

const shown = (html: string, locale = 'en') => String.fromCodePoint(...pageLetters(html, tag(locale)))

describe('the letters of a page', () => {
  test.each([
    ['are those of its text', '<p lang="el">αβ</p>', 'ΑΒαβ'],
    ['are not those of its markup', '<style>p { }</style><script type="application/ld+json">{"x":1}</script><b title="q">z</b>', 'Zz'],
    ['are beyond the first plane too', '<p>𠮷𠮷</p>', '𠮷'],
    ['leave out languages in a switcher', '<a href="/zh/" hreflang="zh" lang="zh" dir="ltr">中文</a>', ''],
    ['keep other links', '<a href="/zh/" hreflang="zh">中</a><i lang="zh">文</i>', '中文'],
  ])('%s', (_, html, letters) => {
    expect(shown(html)).toBe(letters)
  })

  test('become capitals as their language has it', () => {
    expect(shown('<p>i</p>', 'tr')).toBe('iİ')
  })
})

describe('the letters that all pages of a locale have', () => {
  test.each([
    ['en', 'Grün, naïve “Łódź” — 20 €'],
    ['tr', 'ĞüşıİÖç'],
    ['ro', 'Ștefan și Țara'],
    ['ru', 'Ёлка, №'.slice(0, 4)],
    ['uk', 'Ґанок і їжак'],
    ['el', 'Καλημέρα σας'],
    ['ar', 'السلام؟ ١٢٣'],
    ['fa', 'می‌شود پژوهشگر ۱۲۳'],
    ['he', 'שָׁלוֹם'],
    ['hi', 'क़लम क्षेत्र १२३'],
    ['th', 'กรุงเทพฯ ๑๒๓'],
  ])('are enough to write %s: %s', (locale, text) => {
    const common = commonLetters(tag(locale))
    expect([...text].filter((letter) => !within(common, letter.codePointAt(0) ?? 0))).toEqual([])
  })

  test.each(['zh', 'ja', 'ko', 'zh-Hant'])('are none in %s, where there are thousands', (locale) => {
    expect(commonLetters(locale as Locale)).toEqual([])
  })
})

const codes = fc.uniqueArray(fc.integer({ min: 0x20, max: 0x10ffff })).map((list) => list.sort((one, other) => one - other))

test.prop([codes])('runs hold the letters that they were made of, and no others', (list) => {
  const letters = runs(list)
  expect(letters.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step))).toEqual(list)
})

test('a range is written as CSS has it', () => {
  expect(unicodeRange(runs([0x20, 0x41, 0x42, 0x20ac, 0x20bb7]))).toBe('U+20,U+41-42,U+20AC,U+20BB7')
})
