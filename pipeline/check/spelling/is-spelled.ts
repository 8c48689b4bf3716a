import type { Knowledge } from '../knowledge.ts'
import { plainWord } from './plain-word.ts'
import { isCapital, type SpelledWord } from './words-in.ts'

export type Spelling = Pick<Knowledge, 'accepts' | 'dictionary'>

/** A part of a word that nobody knows; offsets in the word as written. */
export interface UnknownPart {
  readonly text: string
  readonly start: number
}

/**
 * What of a word neither the dictionary nor the house knows: nothing, the whole word, or the part of a hyphenated or elided word.
 *
 * "l'accord" is two words and so is "dell’Iran", "well-known" is one or two, "İran’ın" a name with its ending.
 */
export function unknownPart(word: SpelledWord, language: string, knows: Spelling): UnknownPart | null {
  const { text, before, after } = word
  if (isKnown(text, knows)) return null
  if (isApostrophe(after) && isElided(text, knows)) return null
  if (isApostrophe(before) && isKnown(`'${text}`, knows)) return null
  if (after === '.' && isKnown(`${text}.`, knows)) return null
  const parts = partsOf(text)
  if (parts.length === 1) return { text, start: 0 }
  if (joins.test(text) && language === 'uk') return { text, start: 0 }
  return parts.find((part, index) => !isPart(part, parts, index, { text, language, knows })) ?? null
}

function isKnown(written: string, { accepts, dictionary }: Spelling): boolean {
  const plain = plainWord(written)
  return dictionary?.accepts(plain) === true || accepts(written)
}

function isApostrophe(letter: string): boolean {
  return letter !== '' && "'’ʼ‘".includes(letter)
}

const joins = /['’ʼ‘]/

interface Part extends UnknownPart {
  /** What stands behind it. */
  readonly after: string
}

function partsOf(text: string): Part[] {
  return [...text.matchAll(/[^'’ʼ‘‐‑\u200C-]+/g)].map(({ 0: part, index }) => {
    return { text: part, start: index, after: text[index + part.length] ?? '' }
  })
}

interface Whole {
  readonly text: string
  readonly language: string
  readonly knows: Spelling
}

/** One letter or two, an acronym, a name, a word, or what elision leaves of one. */
function isPart(part: Part, parts: readonly Part[], index: number, { language, knows }: Whole): boolean {
  if (part.text.length <= 2 || /\p{N}/u.test(part.text) || isKnown(part.text, knows)) return true
  if (isApostrophe(part.after) && isElided(part.text, knows)) return true
  if (part.after === '-' && isKnown(`${part.text}-`, knows)) return true
  const [first] = parts
  // The ending of a name, which grammars with endings part from it by an apostrophe.
  if (index > 0 && isApostrophe(first?.after ?? '') && isCapital(first?.text ?? '') && language === 'tr') return true
  return isCapital(part.text) && (index > 0 || parts.some((other) => other !== part && !isCapital(other.text)))
}

/** "dell" of "dello", "qu" of "que", "απ" of "από": with one vowel more it is a word. */
function isElided(text: string, knows: Spelling): boolean {
  if (text.length <= 2 || isKnown(`${text}'`, knows)) return true
  const vowels = /\p{Script=Greek}/u.test(text) ? 'αεοιόέάί' : 'oeai'
  return [...vowels].some((vowel) => isKnown(text + vowel, knows))
}
