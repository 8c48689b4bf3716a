import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { type DayNames, dayNames, type MonthNames, monthNames } from './date-names.ts'

/**
 * A day of the week that isn't the date's: "Thursday 21 July 2025" was a Monday.
 *
 * Dates of the Gregorian calendar with a year, from 1925 on, when it was in use everywhere.
 */
export const wrongWeekday: WholeRule = {
  kind: 'whole',
  name: 'wrong-weekday',
  severity: 'error',
  options: {},
  check(passages) {
    const nothing = passages.map(() => [])
    const texts = passages.map(({ words }) => (maybeYear.test(words) && maybeDate.test(words) ? latinDigits(words) : null))
    const [first] = passages
    // Of a locale that Intl doesn't know it would give the names of the machine's own.
    const isKnown = first !== undefined && Intl.DateTimeFormat.supportedLocalesOf(first.locale).length > 0
    if (!isKnown || texts.every((text) => text === null)) return nothing
    const days = dayNames(first.locale)
    const day = new RegExp(`${days.pattern}|[（(](?:${days.short})[）)]`, 'iu')
    if (!texts.some((text) => text !== null && day.test(text))) return nothing
    const months = monthNames(first.locale)
    const patterns = patternsOf(days, months, first.language)
    return passages.map((passage, index) => {
      const text = texts[index]
      if (text == null || passage.locale !== first.locale) return []
      return patterns.flatMap((pattern) => wrongDays({ passage, text, days, months }, pattern))
    })
  },
}

/** The quicker look. */
const maybeYear = /[12١٢۱۲१২][0-9٠-٩۰-۹०-९০-৯]{3}/

/** A year of four digits, with a number of one or two beside it. */
const maybeDate = /\p{Nd}{4}(?:\P{Nd}{1,20}\p{Nd}{1,2}(?!\p{Nd})|-\p{Nd})|(?<!\p{Nd})\p{Nd}{1,2}\P{Nd}{1,20}\p{Nd}{4}/u

/** Of the same length. */
function latinDigits(words: string): string {
  return words.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
}

const zeros = [...'٠۰०০'].map((zero) => zero.charCodeAt(0))

/** Languages that write the day of the week behind the date. */
const weekdayLast = new Set(['tr', 'az', 'kk', 'hu', 'lt', 'hy', 'eu', 'mn'])

const chineseDate = '(?<year>\\d{4})\\s?[年년]\\s?(?<number>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日일]'

/** Each has the groups `weekday`, `day`, `month` (or `number`) and `year`. */
function patternsOf({ pattern: weekday, short }: DayNames, { pattern: month }: MonthNames, language: string): RegExp[] {
  if (/^(?:zh|ja|ko|yue)$/.test(language)) {
    return [`[\\s,，、]*[（(]?(?<weekday>${weekday})`, `[（(](?<weekday>${short})[）)]`].map(
      (tail) => new RegExp(chineseDate + tail, 'giu'),
    )
  }
  const name = `(?<weekday>(?<!\\p{L})(?:${weekday})(?!\\p{L}))`
  const link = '(?:,|،)?\\s+\\(?(?:(?:the|den|dem|de|der|el|il|le|dia|día|em|dne|dňa|ngày|on)\\s)?'
  const day = '(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th|er|re|ère|º|ª|°|\\.|:[ae]|-?[гй]о?)?'
  const year = '(?:\\s|[,،.-]\\s?|\\s(?:de|del|of|năm|м\\.)\\s)(?<year>\\d{4})(?!\\d)'
  const of = "\\s?(?:(?:of|de|di|del|d['’])\\s?|ב|-)?"
  const written = `(?<month>${month})(?!\\p{L})\\.?`
  const numeric =
    '(?:(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>\\d{4})|(?<year>\\d{4})-(?<number>\\d\\d)-(?<day>\\d\\d))(?!\\d)'
  const before = [`${name}${link}${day}${of}${written}${year}`, `${name}${link}${written}\\s${day}${year}`, `${name}${link}${numeric}`]
  const yearFirst = `(?<year>\\d{4})(?:\\.|\\s?m\\.|\\s?թ\\.|\\s?ж\\.|\\s?оны|\\(?e?\\)?ko)?\\s${written}\\s(?<day>\\d{1,2})(?!\\d)(?:\\.|\\s?d\\.|-\\p{L}{1,4})?`
  const behind = weekdayLast.has(language) ? '\\s?,?\\s?\\(?' : '\\s?\\('
  const after = [`(?<!\\d)${day}${of}${written}${year}${behind}${name}`, `${yearFirst}${behind}${name}`]
  return [...before, ...after].map((source) => new RegExp(source, 'giu'))
}

interface Dated {
  readonly passage: Passage
  /** The passage's words in Latin digits. */
  readonly text: string
  readonly days: DayNames
  readonly months: MonthNames
}

function wrongDays({ passage, text, days, months }: Dated, pattern: RegExp): Hit[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }) => {
    const { weekday = '', day = '', month, number, year = '' } = groups
    const claimed = days.numberOf(weekday)
    const actual = weekdayOn(Number(year), month === undefined ? Number(number) : months.numberOf(month), Number(day))
    if (claimed === null || actual === null || claimed === actual || isRange(text, index, days)) return []
    const start = index + whole.indexOf(weekday)
    return [hitAt(passage, start, start + weekday.length, [days.names[claimed] ?? '', days.names[actual] ?? ''])]
  })
}

/** 0 is Sunday; null where there is no such day, or the calendar may have been another one. */
function weekdayOn(year: number, month: number | null, day: number): number | null {
  if (month === null || year < 1925 || year > 2200) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : null
}

/** "Monday to Friday, 1 July 2025": another day stands close before. */
function isRange(text: string, at: number, { pattern }: DayNames): boolean {
  return new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L}).{1,12}$`, 'iu').test(text.slice(Math.max(0, at - 30), at))
}

function hitAt(passage: Passage, start: number, end: number, [claimed, right]: readonly [string, string]): Hit {
  const found = passage.words.slice(start, end)
  const isPlain = found.toLowerCase() === claimed.toLowerCase()
  const expected = found[0] === found[0]?.toLowerCase() ? right : right.charAt(0).toUpperCase() + right.slice(1)
  const range = rangeIn(passage, start, end)
  return { range, message: `Unexpected \`${found}\`: that day is ${right}`, expected: isPlain ? [expected] : [] }
}
