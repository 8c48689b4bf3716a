import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { type CalendarWords, monthWords, weekdayWords } from './calendar-words.ts'

/**
 * A date's month or a day of the week that is another one in the translation: "25 July" and "25 agosto", "Monday" and "martedì".
 *
 * Its days and years are numbers, and compared as such.
 */
export const changedDate: PairRule = {
  kind: 'pair',
  name: 'changed-date',
  severity: 'error',
  options: {},
  check(source, translation) {
    return [...compare(source, translation, monthsIn, monthName), ...compare(source, translation, weekdaysIn, weekdayName)]
  },
}

/** What a passage says of months, or of days. */
interface Found {
  /** Whose number and place are certain. */
  readonly sure: readonly Named[]
  /** Every number that it may speak of. */
  readonly maybe: ReadonlySet<number>
}

interface Named {
  readonly number: number
  readonly text: string
  readonly start: number
  readonly end: number
}

function compare(
  source: Passage,
  translation: Passage,
  read: (passage: Passage) => Found | null,
  nameOf: (number: number, passage: Passage) => string,
): Hit[] {
  const wanted = read(source)
  if (wanted === null || wanted.sure.length === 0) return []
  const found = read(translation)
  if (found === null) return []
  const lost = firsts(wanted.sure.filter(({ number }) => !found.maybe.has(number)))
  const added = firsts(found.sure.filter(({ number }) => !wanted.maybe.has(number)))
  if (lost.length !== added.length) return []
  return added.map(({ text, start, end }, index) => {
    const original = lost[index]
    const name = nameOf(original?.number ?? 0, translation)
    const message = `Unexpected \`${text}\`, expected \`${name}\`: the source has \`${original?.text}\``
    return { range: rangeIn(translation, start, end), message, expected: [name] }
  })
}

function firsts(list: readonly Named[]): Named[] {
  return list.filter(({ number }, index) => list.findIndex((other) => other.number === number) === index)
}

const dayBefore =
  /(?<!\p{Nd})\p{Nd}{1,2}(?:st|nd|rd|th|er|re|ère|º|ª|°|\.|-?[йегоаяиіму]{1,3})?\s*(?:(?:of|de|di|del|den|the|dne|em|د[یر]|من)\s+|d['’]|ב-?)?$/iu
const numberAfter = /^\.?,?\s+(?:(?:de|del|of|den|the)\s+)?\p{Nd}/iu
const inDigits = /(\p{Nd}{1,2})\s?[月월]/gu
const numeric = /(?<!\p{Nd})(\p{Nd}{1,4})[./-](\p{Nd}{1,2})(?:[./-](\p{Nd}{1,4}))?(?!\p{Nd})/gu

function monthsIn({ words, language }: Passage): Found | null {
  if (!/\p{Nd}/u.test(words)) return null
  const written = digitMonths(words)
  const known = monthWords(language)
  if (known === null && written.length === 0) return null
  const named = known === null ? [] : namesIn(words, known)
  const dated = named.filter(({ sure, start, end }) => {
    return sure && (dayBefore.test(words.slice(Math.max(0, start - 24), start)) || numberAfter.test(words.slice(end, end + 16)))
  })
  const numbers = [...words.matchAll(numeric)].flatMap(([, ...parts]) => parts.map((part) => monthNumber(part ?? '')))
  return { sure: [...dated, ...written], maybe: new Set([...named, ...written].map(({ number }) => number).concat(numbers)) }
}

/** "7月25日", "7월 25일". */
function digitMonths(words: string): Named[] {
  return [...words.matchAll(inDigits)].flatMap(({ 0: text, 1: digits = '', index }) => {
    const number = monthNumber(digits)
    return number >= 1 && number <= 12 ? [{ number, text, start: index, end: index + digits.length }] : []
  })
}

/** Of ASCII and full-width digits; others are NaN, which equals nothing. */
function monthNumber(digits: string): number {
  return Number(digits.normalize('NFKC'))
}

function weekdaysIn({ words, language }: Passage): Found | null {
  const known = weekdayWords(language)
  if (known === null) return null
  const named = namesIn(words, known)
  return { sure: named.filter(({ sure }) => sure), maybe: new Set(named.map(({ number }) => number)) }
}

function namesIn(words: string, { pattern, numberOf }: CalendarWords): (Named & { readonly sure: boolean })[] {
  return [...words.matchAll(pattern)].flatMap(({ 0: whole, 1: text = '', index }) => {
    const start = index + whole.length - text.length
    const known = numberOf(text)
    return known === null ? [] : [{ number: known.number, sure: known.sure, text, start, end: index + whole.length }]
  })
}

function monthName(number: number, { locale }: Passage): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', calendar: 'gregory', timeZone: 'UTC' })
  return format.formatToParts(Date.UTC(2024, number - 1, 15)).find(({ type }) => type === 'month')?.value ?? String(number)
}

function weekdayName(number: number, { locale }: Passage): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, number))
}
