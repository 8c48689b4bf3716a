import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { type EndMark, endOf, marksOf } from './end-marks.ts'

/**
 * A translation that ends as its source doesn't: a question without its mark, a sentence without its stop, a headline with one, a colon before nothing; or
 * in another language's mark (`?` in Arabic, `.` in Chinese).
 */
export const wrongEndMark: PairRule = {
  kind: 'pair',
  name: 'wrong-end-mark',
  severity: 'warning',
  options: {},
  check(source, translation) {
    if (withoutMarks.has(source.language) || withoutMarks.has(translation.language)) return []
    const wanted = endOf(source)
    const found = endOf(translation)
    if (wanted === null || found === null) return []
    if (isChanged(wanted.kind, found.kind)) {
      // In lists and captions many translators end what their authors leave open.
      return wanted.kind !== 'none' || (headings.has(source.kind ?? '') && !isNumber(found, translation))
        ? [changed(wanted, found, translation)]
        : []
    }
    return foreign(found, translation)
  },
}

const headings: ReadonlySet<string> = new Set(['title', 'heading', 'note title', 'table cell', 'place', 'author'])

/** They end sentences with a space, or with nothing. */
const withoutMarks = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz'])

/** Stop, exclamation and ellipsis take each other's place from language to language. */
function isChanged(wanted: EndMark['kind'], found: EndMark['kind']): boolean {
  const ends = (kind: EndMark['kind']) => kind === 'stop' || kind === 'exclamation' || kind === 'ellipsis'
  return wanted !== found && wanted !== 'pause' && found !== 'pause' && !(ends(wanted) && ends(found))
}

/** "Artikel 1.", "Artigo IV.": the stop is the number's. */
function isNumber({ start }: EndMark, { words }: Passage): boolean {
  return /(?:\p{Nd}|(?<!\p{L})(?:[IVXLC]+|\p{Lo}{1,2}|\p{L}))['’״׳]?$/u.test(words.slice(0, start))
}

function changed(wanted: EndMark, found: EndMark, translation: Passage): Hit {
  const [mark = ''] = marksOf(wanted.kind, translation)
  const before = translation.words.slice(found.start, found.end)
  const range = rangeIn(translation, found.start, found.end)
  if (wanted.kind === 'none') return { range, message: `Unexpected \`${before}\` at the end, the source has none`, expected: [''] }
  if (found.kind === 'none') return { range, message: `Missing \`${mark}\` at the end, as in the source`, expected: [`${before}${mark}`] }
  return { range, message: `Unexpected \`${before}\` at the end, expected \`${mark}\` as in the source`, expected: [mark] }
}

/** The right kind of mark in the wrong script. */
function foreign(found: EndMark, translation: Passage): Hit[] {
  if (found.kind === 'none' || found.kind === 'pause') return []
  const own = marksOf(found.kind, translation)
  const [mark = ''] = own
  const is = translation.words.slice(found.start, found.end)
  if (own.includes(is) || (is !== '..' && !isOwnLetter(translation, found.start))) return []
  const range = rangeIn(translation, found.start, found.end)
  return [{ range, message: `Unexpected \`${is}\` at the end, expected \`${mark}\``, expected: [mark], certain: true }]
}

/** The mark follows a letter of the language's own script: behind `HTTP` or `)`, its script's marks may do. */
function isOwnLetter({ words }: Passage, at: number): boolean {
  return /(?!\p{Script=Latin})\p{L}\p{M}*[”’»」』]?$/u.test(words.slice(Math.max(0, at - 6), at))
}
