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
  const { text, plain } = word
  if (
    knows.dictionary?.accepts(plain) === true ||
    knows.accepts(text) ||
    isKnownThere(word, knows) ||
    (language === 'ar' && isJoined(text, knows))
  )
    return null
  const parts = partsOf(text)
  const isOne = parts.length === 1 || (joins.test(text) && language === 'uk')
  if (isOne) return compounding.has(language) && isCompound(text, knows) ? null : { text, start: 0 }
  return parts.find((part, index) => !isPart(part, parts, index, { text, language, knows })) ?? null
}

function isKnown(written: string, { accepts, dictionary }: Spelling): boolean {
  const plain = plainWord(written)
  return dictionary?.accepts(plain) === true || accepts(written)
}

/** With what stands beside it: the apostrophe of an elision, the full stop of an abbreviation. */
function isKnownThere({ text, before, after }: SpelledWord, knows: Spelling): boolean {
  if (isApostrophe(after) && isElided(text, knows)) return true
  if (isApostrophe(before) && isKnown(`'${text}`, knows)) return true
  return after === '.' && isKnown(`${text}.`, knows)
}

/** Arabic "and", "so", "by", "as" and "to" are written with the next word. */
function isJoined(text: string, knows: Spelling): boolean {
  return /^[وفبكل]\p{Script=Arabic}{3}/u.test(text) && isKnown(text.slice(1), knows)
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

/** Languages that write two words as one whenever they like. */
const compounding = new Set('af da de et fi fo fy gsw hu is lb nb nds nl nn no sv'.split(' '))

/** Letters of the shorter half: of shorter words half of all typos could be made. */
const shortestHalf = 4

/** "Bojenglocken", "auseinanderliegen", which the dictionary's own rules for compounds leave out. */
function isCompound(text: string, knows: Spelling): boolean {
  for (let at = shortestHalf; at <= text.length - shortestHalf; at++) {
    const [first, second] = [text.slice(0, at), text.slice(at)]
    const capital = second.charAt(0).toUpperCase() + second.slice(1)
    const isFirst = isKnown(first, knows) || isKnown(first.charAt(0).toUpperCase() + first.slice(1), knows)
    if (isFirst && (isKnown(second, knows) || isKnown(capital, knows))) return true
  }
  return false
}

/** "dell" of "dello", "qu" of "que", "απ" of "από": with one vowel more it is a word. */
function isElided(text: string, knows: Spelling): boolean {
  if (text.length <= 2 || isKnown(`${text}'`, knows)) return true
  const vowels = /\p{Script=Greek}/u.test(text) ? 'αεοιόέάί' : 'oeai'
  return [...vowels].some((vowel) => isKnown(text + vowel, knows))
}
