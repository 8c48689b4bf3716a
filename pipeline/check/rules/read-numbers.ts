import type { Passage } from '../passage.ts'
import { scaleAfter } from './scale-words.ts'

/** A number as a reader may understand it. */
export interface ReadNumber {
  /** Offsets in the passage's words, a sure scale included. */
  readonly start: number
  readonly end: number
  /** In ASCII digits. */
  readonly digits: string
  /** Every value that it can stand for, in any country's notation; times of day are `t` and minutes. */
  readonly values: ReadonlySet<string>
  /** With a scale that can't mean anything else ("5 bn"), those that it alone can stand for; else null. */
  readonly scaled: ReadonlySet<string> | null
  /** A time of day, by its colon or by what follows it. */
  readonly time: boolean
  /** It may be dropped, added or spelt otherwise: months in digits, names such as "G7", times of day, fractions. */
  readonly loose: boolean
  /** Miles, feet, pounds: other countries' readers may get another measure. */
  readonly imperial: boolean
}

const digit = /\p{Nd}/u
const token =
  /(?<!\d)\d{1,2}[ \u00A0\u202F]?(?:[hH时時点點시]|Uhr)[ \u00A0\u202F]?\d{2}(?!\d)|\d+(?:[.,'’٫٬:：](?=\d)\d+|[ \u00A0\u202F\u2009]\d{3}(?!\d))*/g

/** The numbers of a passage in order. Purely by form: which of the values is meant, a comparison has to find out. */
export function readNumbers({ words, language }: Passage): ReadNumber[] {
  if (!digit.test(words)) return []
  const text = toAscii(words)
  const numbers: ReadNumber[] = []
  for (const { 0: found, index } of text.matchAll(token)) {
    for (const { at, digits } of pieces(found)) numbers.push(read(text, index + at, digits, language))
  }
  return joinScales(numbers, text)
}

/** In some notation of each. */
export function haveSameValue(a: ReadNumber, b: ReadNumber): boolean {
  return a.scaled !== null && b.scaled !== null ? !a.scaled.isDisjointFrom(b.scaled) : !a.values.isDisjointFrom(b.values)
}

const blocks = /(?![0-9])[\p{Nd}．]|(?<=[０-９])，(?=[０-９]{3})/gu

/** The same length in UTF-16 units: digits of every script become ASCII, those beyond the BMP become a letter and a digit. */
function toAscii(words: string): string {
  return words.replace(blocks, (character) => {
    if (character === '．') return '.'
    if (character === '，') return ','
    const value = digitValue(character.codePointAt(0) ?? 0)
    return character.length === 1 ? value : `\u200B${value}`
  })
}

/** Unicode assigns decimal digits in contiguous runs of ten, from zero up. */
function digitValue(point: number): string {
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String((point - 0x1d7ce) % 10)
  let zero = point
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--
  return String(point - zero)
}

const clock = /^([01]?\d|2[0-4])(?:[:.：]|[ \u00A0\u202F]?(?:[hH时時点點시]|Uhr)[ \u00A0\u202F]?)([0-5]\d)(?:[:：][0-5]\d)?$/

/** "2020 300" and "5 100" aren't surely one number each; "10 000" and "1 234,5" are. */
function pieces(found: string): { at: number; digits: string }[] {
  if (clock.test(found)) return [{ at: 0, digits: found }]
  if (/^\d{1,3}(?:[ \u00A0\u202F\u2009]\d{3})+(?:[.,٫]\d+)?$/.test(found) || !/[ \u00A0\u202F\u2009]/.test(found))
    return [{ at: 0, digits: found }]
  return [...found.matchAll(/[^ \u00A0\u202F\u2009]+/g)].map(({ 0: digits, index }) => ({ at: index, digits }))
}

function read(text: string, start: number, digits: string, language: string): ReadNumber {
  const end = start + digits.length
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 24)
  const time = timeOf(digits, before, after)
  const scale = scaleAfter(after, language)
  const bare = isClock(digits) ? wholeHours(time) : valuesOf(digits)
  const product = scale === null ? [] : bare.map((value) => key(value * scale.factor))
  const other = others(digits, before, after, language).map(key)
  const values = new Set([...bare.map(key), ...product, ...other, ...time.map((minutes) => `t${minutes}`)])
  const isTime = time.length > 0 && !/^\d+(?:\.\d+)?$/.test(digits)
  const scaled = scale?.sure === true ? new Set(product) : null
  return {
    start,
    end: scaled === null ? end : end + (scale?.length ?? 0),
    digits,
    values,
    scaled,
    time: isTime,
    loose: isTime || isLoose(digits, before, after),
    imperial: imperial.test(after),
  }
}

/** "10:30", but not "10.30", which may be a decimal. */
function isClock(digits: string): boolean {
  return clock.test(digits) && !digits.includes('.')
}

/** "22:00" may be a bare "22", or "10" in the evening. */
function wholeHours(minutes: readonly number[]): number[] {
  return minutes.filter((total) => total % 60 === 0).map((total) => total / 60)
}

function key(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** Point and comma by every country's custom: "1.234" is 1234 and 1.234. */
function valuesOf(digits: string): number[] {
  const parts = digits.split(/\D/)
  const signs = digits.replace(/\d/g, '')
  const all = parts.map(Number)
  if (signs === '' || /[:：]/.test(signs)) return all
  const whole = Number(parts.join(''))
  const decimal = Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`)
  const inGroups = isGrouped(parts)
  if (signs.length === 1) return oneSign(parts, signs, inGroups, { whole, decimal, all })
  if (new Set(signs).size === 1) return inGroups ? [whole] : all
  // "1.234,5": the last sign alone differs. Else versions, dates, lists.
  const isDecimal = new Set(signs.slice(0, -1)).size === 1 && parts.slice(1, -1).every(({ length }) => length === 3 || length === 2)
  return isDecimal ? [decimal] : all
}

interface Readings {
  readonly whole: number
  readonly decimal: number
  readonly all: readonly number[]
}

function oneSign(parts: readonly string[], sign: string, inGroups: boolean, { whole, decimal, all }: Readings): number[] {
  if (parts.every(({ length }) => length === 4)) return [...all]
  // An ordinary space may also part two numbers, and a comma a year from what follows.
  if (sign === ' ') return [whole, ...all]
  if (/[\u00A0\u202F\u2009'’]/.test(sign)) return [whole]
  if (/^(?:19|20)\d\d$/.test(parts[0] ?? '')) return [decimal, ...all]
  return inGroups && sign !== '٫' ? [whole, decimal] : [decimal]
}

/** "1,234,567", and "12,34,567" as in India. */
function isGrouped([first = '', ...groups]: readonly string[]): boolean {
  if (first.startsWith('0') || first.length > 3 || groups.at(-1)?.length !== 3) return false
  return groups.every(({ length }) => length === 3) || groups.slice(0, -1).every(({ length }) => length === 2)
}

const afternoon = /^[ \u00A0\u202F]?(?:p\.? ?m|ب?م(?![\p{L}])|مساء)/iu
const afternoonBefore = /(?:下午|晚上|傍晚|夜里|午後|夜|오후|저녁)\s*$/

/** Minutes since midnight, by the clock of 24 hours and by that of 12. */
function timeOf(digits: string, before: string, after: string): number[] {
  const [, hours, minutes] = clock.exec(digits) ?? []
  const isHour = /^(?:[01]?\d|2[0-4])$/.test(digits)
  const said = /^[ \u00A0\u202F]?(?:[hH](?!\p{L})|a\.? ?m(?!\p{L})|godz|Uhr|uur|heures?|时|時|点|點|시)/u.test(after)
  if (hours === undefined && !(isHour && (said || afternoon.test(after) || afternoonBefore.test(before)))) return []
  const total = Number(hours ?? digits) * 60 + Number(minutes ?? 0)
  return total < 13 * 60 ? [total, total + 720] : [total, total - 720]
}

/** Years and centuries written otherwise, fractions, the hour of the afternoon. */
function others(digits: string, before: string, after: string, language: string): number[] {
  const value = Number(digits)
  if (!/^\d+$/.test(digits)) return dayOf(digits, after)
  const more = [...yearsOf(digits, before), ...otherCalendars(value, language)]
  if (value <= 12 && (afternoon.test(after) || afternoonBefore.test(before))) more.push(value + 12)
  // ".005" is 0.005.
  if (/(?:^|[^\p{L}\p{N}])\.$/u.test(before)) more.push(Number(`0.${digits}`))
  const half = { '½': 0.5, '¼': 0.25, '¾': 0.75, ' 1/2': 0.5, '-1/2': 0.5 }[/^(?:[½¼¾]|[ -]1\/2)/.exec(after)?.[0] ?? '']
  if (half !== undefined) more.push(value + half)
  return more
}

/** ’68, 2024/25, Nov 05, and the decades ("les années 90"); the 1900s are the 20th century. */
function yearsOf(digits: string, before: string): number[] {
  const value = Number(digits)
  if (/^[1-9]\d00$/.test(digits)) return [value / 100 + 1]
  const isShort = digits.length === 2 && (/(?:['’‘]|\d{4}[-–/])$/.test(before) || digits.startsWith('0') || value % 10 === 0)
  return isShort ? [1900 + value, 2000 + value] : []
}

function otherCalendars(value: number, language: string): number[] {
  if (language === 'th' && value > 2400 && value < 2700) return [value - 543]
  return (language === 'fa' || language === 'ps') && value > 1300 && value < 1500 ? [value + 621, value + 622] : []
}

/** "25.7." is a day and a month. */
function dayOf(digits: string, after: string): number[] {
  const [, day, month] = /^([0-3]?\d)[.]([01]?\d)$/.exec(digits) ?? []
  return day !== undefined && month !== undefined && after.startsWith('.') ? [Number(day), Number(month)] : []
}

const imperial =
  /^[ \u00A0\u202F-]?(?:miles?|mph|mi|feet|foot|ft|inch(?:es)?|in|yards?|pounds?|lbs?|ounces?|oz|gallons?|acres?|°? ?F|degrees Fahrenheit|stone|pints?)(?!\p{L})/u
function isLoose(digits: string, before: string, after: string): boolean {
  const named = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{No}][-‑]?$/u.test(before) && !/\p{Script=Latin}['’]$/u.test(before)
  const month = Number(digits) <= 12 && /^ ?(?:月|월)/.test(after)
  const inDate = Number(digits) <= 12 && (/\d[./-]$/.test(before) || /^[./-]\d/.test(after))
  const fraction = /^[½¼¾⅓⅔⅛\p{No}]/u.test(after) || (digits.length <= 2 && (/^[/⁄]\d(?!\d)/.test(after) || /\d[/⁄]$/.test(before)))
  const part = /^ ?(?:分(?:の|之)|분의|倍|つ|個|个|人)/.test(after) && digits.length <= 2
  return named || month || inDate || fraction || part || /(?:\d[.]){2}/.test(digits)
}

/** Readings of one joined number; each part multiplies them. */
const mostValues = 64

/** "1億2000万": parts of one number, where scales are letters. */
function joinScales(numbers: readonly ReadNumber[], text: string): ReadNumber[] {
  const joined: ReadNumber[] = []
  for (const number of numbers) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : text.slice(last.start + last.digits.length, number.start)
    if (last === undefined || last.values.size > mostValues || !/^ ?[万萬億亿兆千만억조] ?$/.test(between)) {
      joined.push(number)
      continue
    }
    const high = [...(last.scaled ?? last.values)]
    const values = new Set(high.flatMap((one) => [...number.values].map((other) => key(Number(one) + Number(other)))))
    joined[joined.length - 1] = { ...last, end: number.end, digits: last.digits + number.digits, values, scaled: null }
  }
  return joined
}
