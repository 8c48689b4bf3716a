import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { foreignNotations } from './foreign-notation.ts'
import { knowsNumberWords, numbersInWords } from './number-words.ts'
import { haveSameValue, type ReadNumber, readNumbers } from './read-numbers.ts'

/**
 * A number of the source that the translation changes, drops or adds, by value: "1,234.5", "1.234,5" and "١٬٢٣٤٫٥" are equal, "5 bn" and "5 mln" are not.
 *
 * In doubt it is silent: numbers written out in words, months in digits, times, names such as "G7" and converted measures explain a difference.
 */
export const changedNumber: PairRule = {
  kind: 'pair',
  name: 'changed-number',
  severity: 'error',
  options: {},
  check(source, translation) {
    const wanted = readNumbers(source)
    const found = readNumbers(translation)
    if (wanted.length + found.length === 0 || Math.max(wanted.length, found.length) > mostNumbers) return []
    const spare = unmatched(found, wanted)
    const absent = wanted.filter((number) => !found.some((other) => haveSameValue(number, other)))
    const copied = foreignNotations(source, translation, wanted, found)
    // One of several equal ones: "4 is even, so 4 / 2" and "44 es par, entonces 4 / 2".
    const lost = absent.length === 0 && spare.length === 1 && wanted.length === found.length ? unmatched(wanted, found) : absent
    if (lost.length + spare.length === 0) return copied
    return [...compare({ source, translation, wanted, found }, lost, spare), ...copied]
  },
}

/** Of one message; every number is compared with every other one. A longer one is a table of data and not compared. */
const mostNumbers = 1000

interface Pair {
  readonly source: Passage
  readonly translation: Passage
  readonly wanted: readonly ReadNumber[]
  readonly found: readonly ReadNumber[]
}

function compare(pair: Pair, lost: readonly ReadNumber[], spare: readonly ReadNumber[]): Hit[] {
  const { source, translation, wanted, found } = pair
  const missing = unexplained(lost, translation)
  const extra = unexplained(spare, source)
  leaveOutConverted(missing, extra)
  const even = missing.length === extra.length && solid(wanted) === solid(found)
  const hits: Hit[] = []
  for (const number of missing) {
    const index = extra.findIndex((other) => isChange(number, other, pair, even))
    const [other] = index < 0 ? [] : extra.splice(index, 1)
    if (other !== undefined) hits.push(changed(number, other, pair))
    else if (significant(number) >= 3 && !number.loose && extra.length === 0) hits.push(dropped(number, pair))
  }
  const added = extra.filter((number) => significant(number) >= 3 && !number.loose && !wanted.some((other) => haveSameValue(other, number)))
  if (missing.length === 0) hits.push(...added.map((number) => unexpected(number, translation)))
  return hits
}

/** "100 miles" may have become "160 km", and the other way round. */
function leaveOutConverted(missing: ReadNumber[], extra: ReadNumber[]): void {
  for (const [from, to] of [
    [missing, extra],
    [extra, missing],
  ] as const) {
    for (const number of from.filter(({ imperial }) => imperial)) {
      from.splice(from.indexOf(number), 1)
      to.splice(0, 1)
    }
  }
}

function solid(numbers: readonly ReadNumber[]): number {
  return numbers.filter(({ loose, time }) => !loose || time).length
}

/** Each of `numbers` that finds no partner of its own among `others`; those of the same digits find each other first. */
function unmatched(numbers: readonly ReadNumber[], others: readonly ReadNumber[]): ReadNumber[] {
  const free = [...others]
  const without = (rest: readonly ReadNumber[], fits: (a: ReadNumber, b: ReadNumber) => boolean) => {
    return rest.filter((number) => {
      const partner = free.findIndex((other) => fits(number, other) && haveSameValue(number, other))
      if (partner >= 0) free.splice(partner, 1)
      return partner < 0
    })
  }
  const bare = ({ digits }: ReadNumber) => digits.replace(/\D/g, '')
  return without(
    without(numbers, (a, b) => bare(a) === bare(b)),
    () => true,
  )
}

/** Those that the other side doesn't write in words: "three", "zwölf", "二十". */
function unexplained(numbers: readonly ReadNumber[], other: Passage): ReadNumber[] {
  if (numbers.length === 0) return []
  const inWords = numbersInWords(other).map(String)
  return numbers.filter(({ values, loose, time }) => (!loose || time) && !inWords.some((value) => values.has(value)))
}

/** One stands for the other: `even` when as many numbers are on either side, and as many are unexplained. */
function isChange(number: ReadNumber, other: ReadNumber, { source, translation }: Pair, even: boolean): boolean {
  if (number.time || other.time) return even && isTimeOfDay(number) && isTimeOfDay(other)
  const small = significant(number) < 2 || significant(other) < 2
  if (!even) return significant(number) >= 3 && significant(other) >= 3
  return !small || (knowsNumberWords(source.language) && knowsNumberWords(translation.language))
}

function isTimeOfDay({ digits, values }: ReadNumber): boolean {
  return digits.includes(':') || values.values().some((value) => value.startsWith('t'))
}

/** Digits but for zeros at either end: 1 for 3,000, 4 for 2025. */
function significant({ digits }: ReadNumber): number {
  return digits.replace(/\D/g, '').replace(/^0+|0+$/g, '').length
}

function changed(number: ReadNumber, other: ReadNumber, { source, translation }: Pair): Hit {
  const was = source.words.slice(number.start, number.end)
  const is = translation.words.slice(other.start, other.end)
  const range = rangeIn(translation, other.start, other.end)
  return {
    range,
    message: `Unexpected \`${is}\`, expected \`${was}\` as in the source`,
    expected: inDigitsOf(is, was),
    ...(number.time ? { doubtful: true } : {}),
  }
}

function dropped(number: ReadNumber, { source }: Pair): Hit {
  return { range: null, message: `Missing number \`${source.words.slice(number.start, number.end)}\``, expected: [], doubtful: true }
}

function unexpected(number: ReadNumber, translation: Passage): Hit {
  const is = translation.words.slice(number.start, number.end)
  const range = rangeIn(translation, number.start, number.end)
  return { range, message: `Unexpected number \`${is}\`, the source has none such`, expected: [], doubtful: true }
}

/** A whole number of up to four digits in the script of what it replaces; others need a translator. */
function inDigitsOf(is: string, was: string): string[] {
  const zero = [...is].map((character) => character.codePointAt(0) ?? 0).find((point) => /\p{Nd}/u.test(String.fromCodePoint(point)))
  if (!/^\d{1,4}$/.test(was) || zero === undefined) return []
  return zero < 128 ? [was] : []
}
