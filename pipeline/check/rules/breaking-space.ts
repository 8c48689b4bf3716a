import { digit, hasKind } from '../letters.ts'
import type { Passage } from '../passage.ts'
import { type Hit, isOn, type RuleOptions, type TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/**
 * An ordinary space where a line must not break, or none where the language wants one: before French ; : ! ? and inside « », between a number and
 * its unit or per cent sign, within a number.
 */
export const breakingSpace: TextRule = {
  kind: 'text',
  name: 'breaking-space',
  severity: 'warning',
  options: { punctuation: 'switch', units: 'switch', numbers: 'switch' },
  check(passage, options) {
    const found = punctuation(passage, options)
    return hasKind(passage.words, digit) ? [...found, ...units(passage, options), ...numbers(passage, options)] : found
  },
}

/** A narrow one, U+202F, is right as well. */
const fixed = '\u00A0'

/** Canada writes no space before ; ! and ?, Switzerland only narrow ones that few keyboards have: only « » and : are judged there. */
function punctuation(passage: Passage, options: RuleOptions): Hit[] {
  const { language, locale, words } = passage
  if (language !== 'fr' || !isOn(options, 'punctuation', true) || !/[;:!?«»]/.test(words)) return []
  const all = locale !== 'fr-CA' && locale !== 'fr-CH'
  return Array.from(words.matchAll(frenchMark)).flatMap(({ 0: text, index: at, groups = {} }) => {
    const { opens, low } = groups
    if (low !== undefined && !all) return []
    return locale === 'fr-CH' && !text.includes(' ')
      ? []
      : [hitAt(passage, at, text.length, opens === undefined ? fixed + text.trimStart() : `«${fixed}`)]
  })
}

/** « without a fixed space behind it; » and : without one before it; ; ! and ? likewise, once for "?!". */
const frenchMark =
  /(?<opens>«(?: (?=\S)|(?=[\p{L}\p{N}])))|(?:(?<=\S) |(?<=[\p{L}\p{N}.!?…)]))(?:»|(?<!\p{N}):(?=\s|$))|(?:(?<=\S) |(?<=[\p{L}\p{N}»)]))(?<low>[;!?])(?![\p{L}\p{N}])/gu

const symbols = '[%‰€$£¥]|km²?|km/h|cm²?|mm|m²|m³|kg|mg|kW|MW|GW|kWh|MWh|GWh|TWh|Hz|kHz|MHz|GHz|MB|GB|TB|Mo|Go|To|°C|°F|dB|км|кг|см|мм'
const beforeUnit = new RegExp(`(?<=\\p{N}) (?:${symbols})(?![\\p{L}\\p{N}’'²³])`, 'gu')

/** The international system of units wants a space in every language; one that doesn't break, CLDR where per cent has one (`percentFormat`). */
function units(passage: Passage, options: RuleOptions): Hit[] {
  if (!isOn(options, 'units', true) || !/\p{N} [%‰€$£¥°\p{L}]/u.test(passage.words)) return []
  const found = [...passage.words.matchAll(beforeUnit)]
  if (found.length === 0 || !hasFixed(passage, 0.12, { style: 'percent' })) return []
  return found.map(({ index }) => hitAt(passage, index, 1, fixed))
}

const grouped = /(?<![\p{N}.,]|\p{N}[ \u00A0\u202F])\p{N}{1,3}(?: \p{N}{3})+(?!\p{N}| \p{N}|[.,:/-]\p{N}{3})/gu

/** Where CLDR groups digits with a space (`group`). */
function numbers(passage: Passage, options: RuleOptions): Hit[] {
  if (!isOn(options, 'numbers', true) || !/\p{N} \p{N}{3}/u.test(passage.words)) return []
  const found = [...passage.words.matchAll(grouped)]
  if (found.length === 0 || !hasFixed(passage, 123_456, {})) return []
  return found.map(({ 0: text, index }) => hitAt(passage, index, text.length, text.replaceAll(' ', fixed)))
}

/** Whether the locale writes the number with a space that doesn't break. For one that Intl doesn't know, it would tell the machine's own. */
function hasFixed({ locale }: Passage, number: number, options: Intl.NumberFormatOptions): boolean {
  if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) return false
  return /[\u00A0\u202F\u2009]/.test(new Intl.NumberFormat(locale, options).format(number))
}

function hitAt(passage: Passage, at: number, length: number, expected: string): Hit {
  const found = passage.words.slice(at, at + length)
  const message = found.includes(' ')
    ? `Unexpected breaking space in \`${passage.words.slice(Math.max(0, at - 6), at + length + 3).trim()}\`, expected a non-breaking one`
    : `Missing non-breaking space at \`${found}\``
  return { message, ...replacement(passage, at, at + length, expected) }
}
