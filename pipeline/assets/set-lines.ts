import type { Locale } from '../model/locale.ts'
import { unspaced } from '../model/unspaced.ts'

/**
 * A title whose lines end between words, in scripts that don't write where those are.
 *
 * Pango breaks Chinese and Japanese between any two characters, and Thai where the line is full: invisible characters say where it may, and where not.
 */
export function withWordBreaks(text: string, locale: Locale): string {
  if (!unspaced.test(text)) return text
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
  const parts = words.map(({ segment, isWordLike }, index) => {
    if (isWordLike !== true || !unspaced.test(segment)) return segment
    return (words[index - 1]?.isWordLike === true ? ZERO_WIDTH_SPACE : '') + [...segment].join(ideographs.test(segment) ? WORD_JOINER : '')
  })
  return parts.join('')
}

const ZERO_WIDTH_SPACE = '\u200B'
const WORD_JOINER = '\u2060'

export const ideographs = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** From one line to the next, in sizes of type: what a headline needs where marks stand above and below the letters, and where none do. */
export function leadingOf(text: string): number {
  if (ideographs.test(text)) return 1.34
  return tall.test(text) ? 1.5 : 1.2
}

const tall =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The narrowest that a text can be set without growing: lines of like length.
 *
 * @param grows whether it takes more room at a width
 * @returns pixels, a few too many at most
 */
export async function narrowest(widest: number, grows: (width: number) => Promise<boolean>): Promise<number> {
  let [tooNarrow, enough] = [Math.floor(widest / 3), widest]
  while (enough - tooNarrow > 12) {
    const width = Math.floor((tooNarrow + enough) / 2)
    if (await grows(width)) tooNarrow = width
    else enough = width
  }
  return enough
}
