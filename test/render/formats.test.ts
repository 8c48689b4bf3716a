import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { formats } from '../../pipeline/render/formats.ts'
import { html } from '../../pipeline/render/html.ts'
import { localeView } from '../../pipeline/render/locale-view.ts'
import { tag } from './sample.ts'

const instant = new Date('2026-11-18T23:30:00Z')
const settings = (locale: string, calendar: string | null = null, numberingSystem: string | null = null) => ({
  tag: tag(locale),
  calendar,
  numberingSystem,
})

test.each([
  ['en-GB', null, null, '19 November 2026'],
  ['it', null, null, '19 novembre 2026'],
  ['zh', null, null, '2026年11月19日'],
  ['ar', null, 'arab', '١٩ نوفمبر ٢٠٢٦'],
  ['fa', null, null, '۲۸ آبان ۱۴۰۵'],
  ['fa', 'gregory', 'latn', '19 نوامبر 2026'],
])('a date in %s, calendar %s, digits %s, falls on the site’s day', (locale, calendar, digits, expected) => {
  expect(formats(settings(locale, calendar, digits), 'Europe/Brussels').date(instant)).toBe(expected)
})

test('dates, times and lists may be those of a variety of the language', () => {
  const british = formats({ ...settings('en'), formats: tag('en-GB') }, 'UTC')
  expect([british.date(instant), british.time(instant), british.list(['A', 'B', 'C'])]).toEqual(['18 November 2026', '23:30', 'A, B and C'])
})

test.each([
  ['Europe/Brussels', '2026-11-19T00:30:00+01:00'],
  ['UTC', '2026-11-18T23:30:00+00:00'],
  ['America/St_Johns', '2026-11-18T20:00:00-03:30'],
  ['Asia/Kathmandu', '2026-11-19T05:15:00+05:45'],
])('for machines with the offset of %s', (zone, expected) => {
  expect(formats(settings('fa'), zone).machineDate(instant)).toBe(expected)
})

const zones = fc.constantFrom('Europe/Brussels', 'America/New_York', 'Asia/Tehran', 'Pacific/Chatham', 'UTC')
const instants = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
test.prop([zones, instants])('a machine date is the instant, to the second', (zone, when) => {
  const seconds = Math.floor(when.getTime() / 1000) * 1000
  const written = formats(settings('en'), zone).machineDate(when)
  // Before 1920 some zones had offsets with seconds, which ISO 8601 can't write.
  fc.pre(/T..:..:..[+-]\d\d:\d\d$/.test(written))
  expect(new Date(written).getTime()).toBe(seconds)
})

test('a name that runs the other way is isolated in a list', () => {
  expect(formats(settings('en'), 'UTC').list(['Ada', 'ليلى', 'Bo'])).toBe('Ada, \u2068ليلى\u2069, and Bo')
  expect(formats(settings('ar'), 'UTC').list(['ليلى', 'Ada'])).toBe('ليلى و\u00A0\u2068Ada\u2069')
})

test.each([
  ['es', ['Ana', 'Inés'], 'Ana e Inés'],
  ['es', ['Inés', 'Ana'], 'Inés y Ana'],
  ['he', ['דנה', 'Ada'], 'דנה ו-Ada'],
  ['he', ['Ada', 'דנה'], 'Ada ודנה'],
  ['th', ['Noor', 'Salvo'], 'Noor และ\u00A0Salvo'],
  ['th', ['นูร์', 'ซัลโว'], 'นูร์และซัลโว'],
  ['zh', ['Ginevra', 'Davor'], 'Ginevra 和\u00A0Davor'],
  ['zh', ['沈若川', '林'], '沈若川和林'],
  ['ar', ['ليلى', 'رنا'], 'ليلى ورنا'],
  ['ar', ['ليلى', 'Ada'], 'ليلى و\u00A0Ada'],
  ['ja', ['Noor', '沈'], 'Noor、沈'],
])('what stands between names suits them, linked or not, in %s: %j', (locale, names, expected) => {
  const { list, htmlList } = formats(settings(locale), 'UTC')
  expect(list(names).replace(/[\u2068\u2069]/g, '')).toBe(expected)
  expect(`${htmlList(names.map((name) => html`<a href="/&amp;"><bdi>${name}</bdi></a>`))}`.replace(/<[^>]*>/g, '')).toBe(expected)
})

test('a Chinese headline may break between its words alone', () => {
  const { headline } = formats(settings('zh'), 'UTC')
  expect(`${html`${headline('小岛迎回冬季渡轮，全国都读到了<b>')}`}`).toBe(
    '小岛<wbr>迎<wbr>回<wbr>冬季<wbr>渡轮，全国<wbr>都<wbr>读<wbr>到了&lt;b&gt;',
  )
  expect(formats(settings('it'), 'UTC').headline('Due rive')).toBe('Due rive')
})

test('languages, numbers and times as the page’s readers write them', () => {
  const german = formats(settings('de'), 'Europe/Brussels')
  expect(german.displayName(tag('it'))).toBe('Italienisch')
  expect(german.number(12_345)).toBe('12.345')
  expect(german.time(instant)).toBe('00:30')
  expect(german.dateTime(instant)).toBe('19. November 2026 um 00:30')
})

describe('a locale’s own name begins as lists do', () => {
  test.each([
    ['fr', 'Français', 'ltr', 'fr_FR'],
    ['it', 'Italiano', 'ltr', 'it_IT'],
    ['pt-BR', 'Português (Brasil)', 'ltr', 'pt_BR'],
    ['ru', 'Русский', 'ltr', 'ru_RU'],
    ['ka', 'ქართული', 'ltr', 'ka_GE'],
    ['ar', 'العربية', 'rtl', 'ar_EG'],
    ['zh', '中文', 'ltr', 'zh_CN'],
  ])('%s: %s', (locale, name, dir, openGraph) => {
    expect(localeView({ tag: tag(locale) })).toEqual({ tag: locale, name, dir, openGraph })
  })
})

test('Open Graph names the variety that a language is formatted as', () => {
  expect(localeView({ tag: tag('en'), formats: tag('en-GB') })).toMatchObject({ tag: 'en', name: 'English', openGraph: 'en_GB' })
  expect(localeView({ tag: tag('de'), formats: tag('de-AT') })).toMatchObject({ tag: 'de', name: 'Deutsch', openGraph: 'de_AT' })
})
