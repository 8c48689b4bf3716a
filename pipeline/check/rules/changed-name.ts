import { likelyScript } from '../../model/locale.ts'
import type { NameCounts, PairKnowledge } from '../knowledge.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'

/**
 * A name in Latin script that lost or changed a letter on its way: "Abbas Araghchi" and "Abbas Araghci", "OpenStreetMap" and "OpenStreetMaps".
 *
 * A person's name is recognised by its other part, which stayed; a brand's by its capitals, and it isn't left out either, and neither is a full name
 * whose surname the site's other translations keep. A name of one word is told where another one stands in its place, and the site knows both. Exonyms,
 * inflection and transliteration are no mistakes.
 */
export const changedName: PairRule = {
  kind: 'pair',
  name: 'changed-name',
  severity: 'warning',
  options: {},
  needs: ['names'],
  check(source, translation, _options, knowledge) {
    if (source.language === translation.language) return []
    const hits = [...people(source, translation, knowledge), ...brands(source, translation)]
    const found = hits.length > 0 ? hits : replaced(source, translation, knowledge)
    return found.length > 0 && isLatin(source) && isLatin(translation) ? found : []
  },
}

function isLatin({ language }: Passage): boolean {
  return likelyScript(language) === 'Latn'
}

interface Word {
  readonly text: string
  readonly start: number
}

const capitalised = /(?<![\p{L}\p{M}\p{N}])\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*/gu
/** Given name and surname: two capitalised words with one blank between them. */
const pair = /(?<![\p{L}\p{M}\p{N}’'-])(\p{Lu}\p{Ll}[\p{L}\p{M}-]+)[ \u00A0](\p{Lu}\p{Ll}[\p{L}\p{M}’'-]{3,})/gu

function people(source: Passage, translation: Passage, { source: theirs, translation: ours }: PairKnowledge): Hit[] {
  const names = [...source.words.matchAll(pair)]
  if (names.length === 0) return []
  const words = [...translation.words.matchAll(capitalised)].map(({ 0: text, index }) => ({ text, start: index }))
  return names.flatMap(([, given = '', surname = '']) => {
    if (translation.words.includes(surname)) return []
    const at = words.findIndex(({ text, start }, index) => {
      const next = words[index + 1]
      return text === given && next !== undefined && next.start === start + text.length + 1
    })
    const other = at < 0 ? undefined : words[at + 1]
    if (other !== undefined) return isMisspelt(surname, other.text) ? [hitAt(translation, other, surname)] : []
    // "Then Araghchi": the first word of a sentence is a name only where it is one elsewhere.
    const isFull = theirs.names.countOf(given) > 0 && ours.names.countOf(surname) >= oftenKept
    return isFull && !mentions(translation, given, surname) ? [missing(`${given} ${surname}`)] : []
  })
}

/** "Trump" in the source, "Biden" in its translation: one name for one, each a name in the site's texts of the other language, too. */
function replaced(source: Passage, translation: Passage, { source: theirs, translation: ours }: PairKnowledge): Hit[] {
  if (nounsHaveCapitals.has(translation.language)) return []
  const lost = new Set(
    namesIn(source, ours.names)
      .filter(({ text }) => !mentions(translation, text))
      .map(({ text }) => text),
  )
  const gained = namesIn(translation, theirs.names).filter(({ text }) => !mentions(source, text))
  const [name, another] = lost
  const [other] = gained
  if (name === undefined || another !== undefined || other === undefined || gained.some(({ text }) => text !== other.text)) return []
  return [hitAt(translation, other, name)]
}

/** Where each noun looks like a name. */
const nounsHaveCapitals: ReadonlySet<string> = new Set(['de', 'lb'])

function namesIn({ words }: Passage, elsewhere: NameCounts): Word[] {
  const found = [...words.matchAll(capitalised)].map(({ 0: text, index }) => ({ text, start: index }))
  return found.filter(({ text }) => elsewhere.countOf(text) >= oftenKept)
}

/** So often in other translations that it is no word of the language, nor a name with a form of its own in it. */
const oftenKept = 2

/** Either part, whatever its ending. */
function mentions({ words }: Passage, ...parts: readonly string[]): boolean {
  const text = bare(words)
  return parts.some((part) => text.includes(bare(part).slice(0, Math.max(3, part.length - 2))))
}

const brand = /(?<![\p{L}\p{M}\p{N}@#/._-])(?:\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\p{N}]+)(?![\p{L}\p{N}])/gu

/** Words with a capital within. */
function brands(source: Passage, translation: Passage): Hit[] {
  const wanted = [...source.words.matchAll(brand)].map(([text]) => text)
  if (wanted.length === 0) return []
  const found = [...translation.words.matchAll(brand)].map(({ 0: text, index }) => ({ text, start: index }))
  return [...new Set(wanted)].flatMap((name) => {
    // Case and endings may differ: "GITHUB", "na YouTubie".
    if (translation.markdown.toLowerCase().includes(name.toLowerCase().slice(0, -1))) return []
    const other = found.find(({ text }) => !wanted.includes(text) && isMisspelt(name, text))
    return other === undefined ? [missing(name)] : [hitAt(translation, other, name)]
  })
}

/** One or two letters differ, before the ending; marks on letters don't count. */
function isMisspelt(name: string, written: string): boolean {
  const [one, other] = [bare(name), bare(written)]
  if (one === other || one.length < 4 || isInflected(one, other)) return false
  return distance(one, other) <= (one.length >= 8 ? 2 : 1)
}

function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'-]/g, '').toLowerCase()
}

/** "Merkels", "Araghchiego", "Havla", "YouTubie": they may part at the end. */
function isInflected(one: string, other: string): boolean {
  if (other.length > one.length && other.startsWith(one.slice(0, -1))) return true
  return other.startsWith(one) || one.startsWith(other) || one.at(-1) !== other.at(-1)
}

/** Levenshtein's, a swap of neighbours counting as one. */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) next.push(cell(one, other, rows, next))
    rows.push(next)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

/** The next one of the row `next`. */
function cell(one: string, other: string, rows: readonly (readonly number[])[], next: readonly number[]): number {
  const [row, column] = [rows.length, next.length]
  const at = (up: number, left: number) => (up === 0 ? next : rows[row - up])?.[column - left] ?? Number.POSITIVE_INFINITY
  const isSame = one[row - 1] === other[column - 1]
  const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
  return Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), isSwap ? at(2, 2) + 1 : Number.POSITIVE_INFINITY)
}

function missing(name: string): Hit {
  return { range: null, message: `Missing name \`${name}\``, expected: [] }
}

function hitAt(translation: Passage, { text, start }: Word, name: string): Hit {
  const range = rangeIn(translation, start, start + text.length)
  return { range, message: `Unexpected name \`${text}\`, expected \`${name}\` as in the source`, expected: [name] }
}
