import type { PairRule } from '../rule.ts'
import { quotedPassages } from './quoted-passages.ts'

/** Somebody's words stand in quotation marks in the source and in none in the translation: readers couldn't tell who speaks. */
export const lostQuotation: PairRule = {
  kind: 'pair',
  name: 'lost-quotation',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = longQuotations(source.words)
    if (wanted.length === 0 || quotedPassages(translation) > 0 || translation.words.includes('—')) return []
    if (translation.marks.some(({ kind, value }) => kind === 'emphasis' || (kind === 'html' && value === 'q'))) return []
    const [first = ''] = wanted
    return [{ range: null, message: `Missing quotation marks: the source has them around \`${first}\``, expected: [] }]
  },
}

/** Of three words or more, or eight letters in a script without spaces; shorter ones may be titles or terms. */
function longQuotations(words: string): string[] {
  return [
    ...words.matchAll(/[“„«»『「]([^“”„«»『』「」"]{8,400})[”“»«』」]|(?<![\p{L}\p{N}.,])"(?=\S)([^“”„«»『』「」"]{8,400})(?<=\S)"/gu),
  ]
    .map(([, text = '', straight = '']) => text || straight)
    .filter((text) => text.trim().split(/\s+/).length >= 3 || /\p{Lo}{8}/u.test(text))
}
