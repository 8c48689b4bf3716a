import { lazilyBy } from '../../model/lazily.ts'
import type { Locale } from '../../model/locale.ts'
import { digit, hasKind } from '../letters.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { type DayNames, dayNames, type MonthNames, monthNames } from './date-names.ts'
import { type DatePatterns, datePatterns } from './date-patterns.ts'

/**
 * A day of the week that isn't the date's: "Thursday 21 July 2025" was a Monday.
 *
 * Dates of the Gregorian calendar with a year, from 1925 on, when it was in use everywhere. One without a year is doubtful, and judged only where the
 * article speaks of no other years: it is wrong in the article's own year and in both beside it.
 */
export const wrongWeekday: WholeRule = {
  kind: 'whole',
  name: 'wrong-weekday',
  severity: 'error',
  options: {},
  check(passages) {
    const texts = passages.map(({ words }) => (hasKind(words, digit) ? latinDigits(words) : null))
    const [first] = passages
    const dates = first === undefined ? null : datesIn(first, texts)
    if (dates === null) return passages.map(() => [])
    return passages.map((passage, index) => {
      const text = texts[index]
      return text == null || passage.locale !== first?.locale || !dates.name.test(text) ? [] : wrongDays(passage, text, dates)
    })
  },
}

/** Of the same length. */
function latinDigits(words: string): string {
  return words.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
}

const zeros = [...'٠۰०০'].map((zero) => zero.charCodeAt(0))

interface DateWords extends DatePatterns {
  /** Of any day: no pattern fits a text without one. */
  readonly name: RegExp
  readonly days: DayNames
  readonly months: MonthNames
  /** "Monday to Friday, 1 July 2025": another day stands close before. */
  readonly range: RegExp
}

interface Dates extends DateWords {
  /** In which a date without a year may lie; empty where nobody can say. */
  readonly years: readonly number[]
}

/** What to look for; null where no text has a day's name, or Intl doesn't know the locale and would give the names of the machine's own. */
function datesIn({ locale, year }: Passage, texts: readonly (string | null)[]): Dates | null {
  if (texts.every((text) => text === null)) return null
  const words = dateWords(locale)
  if (words === null || !texts.some((text) => text !== null && words.name.test(text))) return null
  return { ...words, years: year === null ? [] : yearsAround(year, texts) }
}

const dateWords = lazilyBy((locale: Locale): DateWords | null => {
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return null
  const [language = ''] = locale.split('-', 1)
  const [days, months] = [dayNames(locale), monthNames(locale)]
  const name = new RegExp(`${days.pattern}|[（(](?:${days.short})[）)]`, 'iu')
  const range = new RegExp(`(?<!\\p{L})(?:${days.pattern})(?!\\p{L}).{1,12}$`, 'iu')
  return { name, days, months, range, ...datePatterns(days, months, language) }
})

/** The article's year and both beside it, unless it speaks of others. */
function yearsAround(year: number, texts: readonly (string | null)[]): number[] {
  const years = [year - 1, year, year + 1]
  const speaksOfOthers = texts.some((text) =>
    text?.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g)?.some((found) => !years.includes(Number(found))),
  )
  return speaksOfOthers ? [] : years
}

function wrongDays(passage: Passage, text: string, dates: Dates): Hit[] {
  const sure = dates.withYear.flatMap((pattern) => daysNamed(passage, text, pattern, dates))
  if (dates.years.length === 0) return sure
  const unsure = dates.withoutYear.flatMap((pattern) => daysNamed(passage, text, pattern, dates))
  return [...sure, ...unsure.map((hit) => ({ ...hit, expected: [], doubtful: true }))]
}

function daysNamed(passage: Passage, text: string, pattern: RegExp, { days, months, range, years }: Dates): Hit[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ index, indices, groups = {} }) => {
    const { weekday = '', day = '', month, number, year } = groups
    const claimed = days.numberOf(weekday)
    const [start, end] = indices?.groups?.['weekday'] ?? [index, index]
    const monthNumber = month === undefined ? Number(number) : months.numberOf(month)
    const actual = (year === undefined ? years : [gregorian(Number(year))]).map((one) => weekdayOn(one, monthNumber, Number(day)))
    if (claimed === null || actual.includes(null) || actual.includes(claimed)) return []
    if (range.test(text.slice(Math.max(0, index - 30), index))) return []
    return [hitAt(passage, [start, end], days.names[claimed] ?? '', days.names[actual.at(actual.length >> 1) ?? 0] ?? '')]
  })
}

/** Years of the Buddhist era are 543 more. */
function gregorian(year: number): number {
  return year > 2400 ? year - 543 : year
}

/** 0 is Sunday; null where there is no such day, or the calendar may have been another one. */
function weekdayOn(year: number, month: number | null, day: number): number | null {
  if (month === null || year < 1925 || year > 2200) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : null
}

function hitAt(passage: Passage, [start, end]: readonly [number, number], claimed: string, right: string): Hit {
  const found = passage.words.slice(start, end)
  const isPlain = found.toLowerCase() === claimed.toLowerCase()
  const expected = found[0] === found[0]?.toLowerCase() ? right : right.charAt(0).toUpperCase() + right.slice(1)
  const range = rangeIn(passage, start, end)
  return { range, message: `Unexpected \`${found}\`: that day is ${right}`, expected: isPlain ? [expected] : [] }
}
