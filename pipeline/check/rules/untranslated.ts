import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { areClose } from './close-languages.ts'
import { haveSameWords } from './same-words.ts'

/**
 * The source's own words where a translation should stand: all of them, or a long run of them.
 *
 * Names, numbers, quotations, code and what says to be in another language are passed over.
 */
export const untranslated: PairRule = {
  kind: 'pair',
  name: 'untranslated',
  severity: 'warning',
  covers: true,
  options: {},
  check(source, translation) {
    if (source.language === translation.language || leftOutKinds.has(source.kind ?? '')) return []
    if (isAsLong(source, translation) && haveSameWords(source.words, translation.words)) {
      if (!hasProse(source.words)) return []
      return [
        { range: { start: 0, end: translation.markdown.length }, message: 'The translation is the source, word for word', expected: [] },
      ]
    }
    return areClose(source.language, translation.language) ? [] : runsLeft(source, translation)
  },
}

/** But for blanks and signs: what isn't can't be the same words. */
function isAsLong({ words: one }: Passage, { words: other }: Passage): boolean {
  return Math.min(one.length, other.length) * 2 >= Math.max(one.length, other.length)
}

/** Names of people and agencies. */
const leftOutKinds: ReadonlySet<string> = new Set(['author', 'credit', 'image.credit', 'place'])

/** Words that begin with a small letter, or are of a script without capitals: at least three, or the text may be names. */
function hasProse(words: string): boolean {
  const small = words.match(/(?<![\p{L}\p{M}\p{N}_./-])\p{Ll}[\p{L}\p{M}]+/gu)?.length ?? 0
  const caseless = words.match(/\p{Lo}/gu)?.length ?? 0
  return small >= 3 || caseless >= 8
}

/** Shortest run that is no coincidence, in words; `prose` of them are small words of four letters or more. */
const shortest = { words: 7, prose: 4 }

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

function runsLeft(source: Passage, translation: Passage): Hit[] {
  if (!mayShare(source, translation)) return []
  const theirs = tokens(source.words)
  const ours = tokens(translation.words)
  if (theirs.length < shortest.words || ours.length < shortest.words) return []
  const known = new Set(windows(theirs).map(({ key }) => key))
  const shared = windows(ours).filter(({ key }) => known.has(key))
  const [first] = shared
  if (first === undefined) return []
  const end = lastOf(shared.map(({ at }) => at)) + shortest.words - 1
  const from = ours[first.at]?.start ?? 0
  const to = ours[end]?.end ?? translation.words.length
  const text = translation.words.slice(from, to)
  if (isQuoted(translation, from, to) || (text.match(/(?<!\p{L})\p{Ll}{4,}/gu)?.length ?? 0) < shortest.prose) return []
  return [{ range: rangeIn(translation, from, to), message: `Left untranslated: \`${text}\``, expected: [] }]
}

/** Of so many words in a row, two that follow each other stand at a multiple of one less: if none of those is in the source, no run is. */
function mayShare(source: Passage, translation: Passage): boolean {
  const ours = translation.words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const theirs = source.words.toLowerCase()
  for (let at = shortest.words - 2; at + 1 < ours.length; at += shortest.words - 1)
    if (theirs.includes(ours[at] ?? '') && theirs.includes(ours[at + 1] ?? '')) return true
  return false
}

function tokens(words: string): Token[] {
  return [...words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: text, index }) => ({
    text: text.toLowerCase(),
    start: index,
    end: index + text.length,
  }))
}

function windows(list: readonly Token[]): { key: string; at: number }[] {
  return list.slice(shortest.words - 1).map((_, at) => ({
    at,
    key: list
      .slice(at, at + shortest.words)
      .map(({ text }) => text)
      .join(' '),
  }))
}

/** The end of the first run of numbers that follow each other. */
function lastOf(numbers: readonly number[]): number {
  let last = numbers[0] ?? 0
  for (const number of numbers.slice(1)) {
    if (number !== last + 1) break
    last = number
  }
  return last
}

/** Titles and original wordings stand in quotation marks, brackets or emphasis. */
function isQuoted(translation: Passage, from: number, to: number): boolean {
  const { start, end } = rangeIn(translation, from, to)
  const within = [...translation.foreign, ...translation.marks.filter(({ kind }) => kind === 'emphasis').map(({ range }) => range)]
  if (within.some((range) => range.start <= start && end <= range.end)) return true
  return /[“„«‘‚‹「『《("'][^”»’›」』》)"']*$/u.test(translation.words.slice(Math.max(0, from - 200), from))
}
