import { type Direction, direction, type Locale } from '../model/locale.ts'
import type { Formats } from './formats-view.ts'
import { html } from './html.ts'

/** A name by its place in the list, and what stands between two. */
type Part = number | string

/**
 * Names as a sentence lists them. What stands between two depends on them: "Ana e Inés", "Inés y Ana".
 *
 * @param tag BCP 47, with the variety that the locale's lists are written in
 */
export function nameLists(tag: string, locale: Locale): Pick<Formats, 'list' | 'htmlList'> {
  const format = new Intl.ListFormat(tag, { type: 'conjunction' })
  const dir = direction(locale)
  return {
    list: (items) =>
      partsOf(format, items)
        .map((part) => (typeof part === 'number' ? isolate(items[part] ?? '', dir) : part))
        .join(''),
    htmlList: (items) => {
      const texts = items.map((item) => item.toString().replace(/<[^>]*>/g, ''))
      return html`${partsOf(format, texts).map((part) => (typeof part === 'number' ? items[part] : part))}`
    },
  }
}

function partsOf(format: Intl.ListFormat, names: readonly string[]): readonly Part[] {
  if (names.length === 1) return [0]
  let next = 0
  // An empty name has no part of its own.
  return format
    .formatToParts(names.map((name) => name || '0'))
    .map(({ type, value }) => (type === 'element' ? next++ : apart(value, names[next - 1], names[next])))
}

/** Thai, Chinese and Arabic conjunctions touch the name after them, as is right among letters of their own script, and ugly beside Latin ones. */
function apart(separator: string, before = '', after = ''): string {
  const gap = european.test(before.slice(-1)) && otherAtStart.test(separator) ? ' ' : ''
  return `${gap}${separator}${otherAtEnd.test(separator) && european.test(after.slice(0, 1)) ? '\u00A0' : ''}`
}

const european = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const otherAtStart = /^(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}]/u
const otherAtEnd = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}]$/u

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const leftToRight =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** A name that runs against its surroundings would drag the separators beside it along. */
function isolate(text: string, dir: Direction): string {
  const against = dir === 'rtl' ? leftToRight : rightToLeft
  return against.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text
}
