import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import { wrongWeekday } from '../../../pipeline/check/rules/wrong-weekday.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { hitsIn } from '../sample.ts'

const find = (locale: string, text: string) => hitsIn(wrongWeekday, locale, text)

describe('wrong', () => {
  test.each([
    ['en', 'on Thursday 21 July 2025', 'Thursday → Monday'],
    ['en', 'on Thursday, the 21st of July 2025', 'Thursday → Monday'],
    ['en-US', 'on Thursday, July 21st, 2025', 'Thursday → Monday'],
    ['en', 'on 21 July 2025 (Thursday)', 'Thursday → Monday'],
    ['en', 'THURSDAY 21 JULY 2025', 'THURSDAY → Monday'],
    ['en', '**Thursday** 21 [July](x.md) 2025', 'Thursday → Monday'],
    ['it', 'Giovedì, 21 luglio 2025', 'Giovedì → Lunedì'],
    ['fr', 'jeudi 1er juillet 2025', 'jeudi → mardi'],
    ['de', 'am Donnerstag, den 21. Juli 2025', 'Donnerstag → Montag'],
    ['de', 'am Donnerstag, 21.07.2025', 'Donnerstag → Montag'],
    ['es', 'el jueves, 21 de julio de 2025', 'jueves → lunes'],
    ['pt', 'na quinta-feira, 21 de julho de 2025', 'quinta-feira → segunda-feira'],
    ['pt', 'na quinta, 21 de julho de 2025', 'quinta → ?'],
    ['nl', 'donderdag 21 juli 2025', 'donderdag → maandag'],
    ['sv', 'torsdagen den 21 juli 2025', 'torsdagen → ?'],
    ['sv', 'torsdag den 21 juli 2025', 'torsdag → måndag'],
    ['fi', 'torstaina 21. heinäkuuta 2025', 'torstaina → ?'],
    ['pl', 'w środę, 21 lipca 2025', 'środę → ?'],
    ['cs', 've čtvrtek 21. července 2025', 'čtvrtek → pondělí'],
    ['uk', 'у п’ятницю, 21 липня 2025 року', 'п’ятницю → ?'],
    ['ru', 'в среду, 21 июля 2025 года', 'среду → ?'],
    ['el', 'την Πέμπτη 21 Ιουλίου 2025', 'Πέμπτη → Δευτέρα'],
    ['hu', '2025. július 21-én, csütörtökön', 'csütörtökön → ?'],
    ['tr', '21 Temmuz 2025 Perşembe günü', 'Perşembe → Pazartesi'],
    ['ar', 'الخميس ٢١ يوليو ٢٠٢٥', 'الخميس → الاثنين'],
    ['ar', 'يوم الخميس الموافق ٢١ تموز/يوليو ٢٠٢٥', 'الخميس → الاثنين'],
    ['th', 'เมื่อวันพฤหัสบดีที่ 21 กรกฎาคม พ.ศ. 2568', 'วันพฤหัสบดี → วันจันทร์'],
    ['th', 'วันพฤหัสบดี 21 กรกฎาคม ค.ศ. 2025', 'วันพฤหัสบดี → วันจันทร์'],
    ['lv', 'ceturtdiena, 2025. gada 21. jūlijs', 'ceturtdiena → Pirmdiena'],
    ['fa', 'پنجشنبه ۲۱ ژوئیهٔ ۲۰۲۵', 'پنجشنبه → دوشنبه'],
    ['he', 'יום חמישי, 21 ביולי 2025', 'יום חמישי → יום שני'],
    ['hi', 'गुरुवार, 21 जुलाई 2025', 'गुरुवार → सोमवार'],
    ['zh', '2025年7月21日星期四', '星期四 → 星期一'],
    ['zh', '2025年7月21日（周四）', '周四 → ?'],
    ['ja', '2025年7月21日木曜日', '木曜日 → 月曜日'],
    ['ja', '2025年7月21日（木）', '木 → ?'],
    ['ko', '2025년 7월 21일 목요일', '목요일 → 월요일'],
    ['id', 'Kamis, 21 Juli 2025', 'Kamis → Senin'],
    ['vi', 'Thứ Năm, 21 tháng 7, 2025', 'Thứ Năm → Thứ Hai'],
  ])('%s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual([expected])
  })
})

describe('no alarm', () => {
  test.each([
    ['th', 'วันจันทร์ที่ 21 กรกฎาคม พ.ศ. 2568'],
    ['ar', 'الاثنين ٢١ تموز/يوليو ٢٠٢٥'],
    ['en', 'Monday to Friday, 1 July 2025 to 31 July 2025'],
    ['en', 'Thursday 21 July, and in 2025 again'],
    ['en', 'Thursday 4 July 1776'],
    ['en', 'On 21 July 2025, Thursday’s paper'],
    ['en', 'Thursday 31 June 2025'],
    ['en', 'Saturday and Sunday 26 and 27 July 2025'],
    ['de', 'Montag bis Freitag, 1. Juli 2025'],
    ['ja', '2025年7月21日日本'],
    ['th', 'วันพฤหัสบดีที่ 24 กรกฎาคม 2568'],
    ['fa', 'پنجشنبه ۲ مرداد ۱۴۰۴'],
    ['xx', 'Thursday 21 July 2025'],
  ])('%s: %s', (locale, text) => {
    expect(find(locale, text)).toEqual([])
  })
})

describe('without a year', () => {
  const told = (locale: string, year: number | null, ...texts: readonly string[]) => {
    const passages = texts.map((text) => passageOf(text, locale as Locale, 'markdown', { year }))
    return wrongWeekday.check(passages, {}, noKnowledge).flatMap((hits) => hits.map(({ message, doubtful }) => [message, doubtful]))
  }

  test.each([
    ['en', 'on Thursday 21 July', 'Unexpected `Thursday`: that day is Monday'],
    ['en', 'on Thursday, July 21st', 'Unexpected `Thursday`: that day is Monday'],
    ['it', 'giovedì 21 luglio', 'Unexpected `giovedì`: that day is lunedì'],
    ['ja', '7月21日（木）', 'Unexpected `木`: that day is 月曜日'],
  ])('%s: %s is doubtful', (locale, text, message) => {
    expect(told(locale, 2025, text)).toEqual([[message, true]])
  })

  test.each([
    ['right this year', 2025, ['on Monday 21 July']],
    ['right last year', 2025, ['on Sunday 21 July']],
    ['right next year', 2025, ['on Tuesday 21 July']],
    ['of another year, perhaps', 2025, ['In 1998 all was well.', 'On Thursday 21 July it was not.']],
    ['in an article without a date', null, ['on Thursday 21 July']],
    ['of two days', 2025, ['on Thursday, July 21 and 22']],
  ])('%s: no alarm', (_, year, texts) => {
    expect(told('en', year, ...texts)).toEqual([])
  })
})

test('the day is pointed at, wherever its letters stand before', () => {
  const [hits] = wrongWeekday.check([passageOf('2025年7月22日（月）', 'ja' as Locale, 'plain')], {}, noKnowledge)
  expect(hits?.map(({ range }) => range)).toEqual([{ start: 11, end: 12 }])
})

const locales = 'en en-US it fr de es pt ca ro nl sv da nb fi et pl cs sk sl hr sr bg ru uk be hu el tr ar he hi id vi ko ja zh'.split(' ')
const date = fc.date({ min: new Date('1925-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

test.prop([fc.constantFrom(...locales), date, fc.integer({ min: 1, max: 6 })])(
  'a date as Intl writes it in full is right, and wrong with another day',
  (locale, day, off) => {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options })
    const parts = format({ dateStyle: 'full' }).formatToParts(day)
    const other = format({ weekday: 'long' }).format(new Date(day.getTime() + off * 86_400_000))
    const text = (weekday: string | null) => parts.map(({ type, value }) => (type === 'weekday' ? (weekday ?? value) : value)).join('')
    expect(find(locale, text(null))).toEqual([])
    expect(find(locale, text(other))).toHaveLength(1)
  },
)
