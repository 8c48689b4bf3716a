import { leftOut } from '../cut.ts'
import { capital, digit, eachChunk, joint, kindsAt, letter, small } from '../letters.ts'
import { plainWord } from './plain-word.ts'

/** A word that has a spelling: a word of the language's script, no acronym, number, name of a file, address or handle. */
export interface SpelledWord {
  /** As written. */
  readonly text: string
  /** As dictionaries have it, see `plainWord`. */
  readonly plain: string
  /** In the passage's words. */
  readonly start: number
  readonly end: number
  /** Whether its capital is that of a sentence's first word; says nothing of a word without one. */
  readonly begins: boolean
  /** What stands right before and after it: an apostrophe of an elision, the full stop of an abbreviation. */
  readonly before: string
  readonly after: string
}

/**
 * Time is linear in the length of the text.
 *
 * @param which `capitalised` leaves out all words but those with a capital, of which a text has few
 */
export function wordsIn(text: string, language: string, which: 'all' | 'capitalised' = 'all'): SpelledWord[] {
  const script = scriptOf(language)
  if (script === null) return []
  const isLatin = script === letters['Latin']
  const words: SpelledWord[] = []
  eachChunk(text, joint, (start, end, first, rest) => {
    const isSmall = (first & small) !== 0
    if (end - start < 2 || end - start > longest || (isSmall && which === 'capitalised')) return
    // Most words of most languages with Latin letters: nothing more need be asked about their letters.
    const isUsual = (first & (small | capital)) !== 0 && (rest & small) !== 0
    const written = text.slice(start, end)
    const isWord = isUsual ? isLatin : script.test(written) && !isNoWord(written)
    if (!isWord || isGlued(text, start, end) || (which === 'capitalised' && !isCapital(written))) return
    const begins = !isSmall && beginsSentence(text, start)
    const plain = isUsual ? written : plainWord(written)
    words.push({ text: written, plain, start, end, begins, before: text.charAt(start - 1), after: text.charAt(end) })
  })
  return words
}

/** Letters. Laws have names of eighty; what is longer was never meant as a word, and near words of it would be without number. */
const longest = 100

/** Starts with a capital. */
export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word)
}

/** Numbers and what hangs on them (1990s, G7), acronyms with or without an ending (NGOs, UN’s, AB-Vorstand), camelCase, names_of_things. */
function isNoWord(written: string): boolean {
  return /[\p{N}_]/u.test(written) || /^\p{Lu}[\p{Lu}\p{M}'’.-]+(?:['’-]?\p{Ll}{1,3})?$/u.test(written) || /\p{Ll}\p{Lu}/u.test(written)
}

/** Part of an address, a file's name, an abbreviation such as "U.S.", or of what was left out. */
function isGlued(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if ((before === ' ' || before === '') && (after === ' ' || after === '' || after === ',')) return false
  if (before === leftOut || after === leftOut || isOneOf(before, '@#$\\=~^') || isOneOf(after, '@\\=~^')) return true
  return (before === '.' && isLetterOrDigit(text, start - 2)) || ((after === '.' || after === ':') && isLetterOrDigit(text, end + 1))
}

function isOneOf(character: string, all: string): boolean {
  return character !== '' && all.includes(character)
}

function isLetterOrDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (kindsAt(text, at) & (letter | digit)) !== 0
}

/** After the full stop of "Mr." or of an initial no sentence begins. */
function beginsSentence(text: string, start: number): boolean {
  if (text.charAt(start - 1) === ' ' && isLetterOrDigit(text, start - 2)) return false
  const before = text.slice(Math.max(0, start - 12), start).replace(/[\s"'“”„‚‘’«»‹›()[\]¿¡*_—–-]+$/u, '')
  if (before === '') return start < 12 || !/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 40), start))
  return /[.!?…؟。]$/u.test(before) && !/(?:^|[\s("“])\p{Lu}\p{L}{0,3}\.$/u.test(before)
}

const letters: Readonly<Record<string, RegExp>> = {
  Latin: /^[\p{Script=Latin}\p{M}\p{N}\u00AD_'’ʼ‘·‐‑-]+$/u,
  Cyrillic: /^[\p{Script=Cyrillic}\p{M}\p{N}\u00AD_'’ʼ‘‐‑-]+$/u,
  Greek: /^[\p{Script=Greek}\p{M}\p{N}\u00AD_'’ʼ‘‐‑-]+$/u,
  Arabic: /^[\p{Script=Arabic}\p{M}\p{N}\u0640\u200C-\u200D_-]+$/u,
  Hebrew: /^[\p{Script=Hebrew}\p{M}\p{N}_'’׳״"‐‑-]+$/u,
  other: /^[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]+$/u,
}

/** By language; all others are written in Latin letters. */
const scripts: readonly (readonly [script: string, languages: ReadonlySet<string>])[] = [
  ['Cyrillic', new Set('ab av ba be bg ce cv kk ky mk mn os ru sah sr tg tt tyv uk'.split(' '))],
  ['Arabic', new Set('ar ckb fa ks ps sd ug ur'.split(' '))],
  ['Greek', new Set(['el', 'grc'])],
  ['Hebrew', new Set(['he', 'yi'])],
  ['other', new Set('am as bn dv gu hi hy ka kn ko ml mr ne or pa sa si ta te ti'.split(' '))],
  ['none', new Set('bo dz ja km lo my shn th wuu yue zh'.split(' '))],
]

/** Whether a language has words between spaces, and so a spelling that a dictionary can judge. */
export function isWrittenApart(locale: string): boolean {
  return scriptOf(locale.split('-', 1)[0] ?? '') !== null
}

/** Null where words aren't written apart. */
function scriptOf(language: string): RegExp | null {
  const [script = 'Latin'] = scripts.find(([, languages]) => languages.has(language)) ?? []
  return letters[script] ?? null
}
