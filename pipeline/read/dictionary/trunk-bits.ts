import type { WordFormation } from './affix-rules.ts'
import { bare, bareLinking, type Endings } from './endings.ts'

/** A bit for the hash of each trunk with the number of its stump, and one for each beginning of one. */
export interface TrunkBits {
  readonly beginnings: Uint8Array
  /** Of trunks, whatever ending they have. */
  readonly whole: Uint8Array
  readonly numbered: Uint8Array
}

/** Words of the dictionary, and what its rules leave of their ends. */
export function trunkBits(words: string, { flagsIn, linking, ignored }: WordFormation, { stumps }: Endings): TrunkBits {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, words.length * 2)))
  const bits = { beginnings: new Uint8Array(size / 8), whole: new Uint8Array(size / 8), numbered: new Uint8Array(size / 4) }
  const hashes = [seed]
  set(bits.beginnings, seed)
  const keep = (length: number, numbers: readonly number[]) => {
    const hash = hashes[length] ?? 0
    set(bits.whole, hash)
    for (const number of numbers) set(bits.numbered, withNumber(hash, number))
  }
  const flagged = new Map<string, Flagged>()
  let before = { text: '', start: 0, end: 0 }
  for (const entry of entriesIn(words, ignored)) {
    const { text, start, end, flags } = entry
    const length = end - start
    // Files are sorted, or nearly so: most of a word's beginnings are those of the word before.
    for (let at = sameStart(entry, before); at < length; at++) {
      const hash = hashed(hashes[at] ?? seed, text.charCodeAt(start + at), at)
      set(bits.beginnings, hash)
      hashes[at + 1] = hash
    }
    before = entry
    const known = flagged.get(flags) ?? flaggedBy(flagsIn(flags), stumps, linking)
    flagged.set(flags, known)
    keep(length, known.bare)
    for (const [taken, numbers] of known.stumps) {
      const kept = length - taken.length
      if (kept >= 0 && text.startsWith(taken, start + kept)) keep(kept, numbers)
    }
  }
  return bits
}

/** A word in lower case, from `start` to `end` in `text`. */
interface Entry {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly flags: string
}

/** Of each line that begins with a word: it, and the flags behind its slash. */
function* entriesIn(words: string, ignored: ReadonlySet<string>): Generator<Entry> {
  const lower = words.toLowerCase()
  // A capital whose small letter is longer shifts all that comes behind it.
  const isAligned = lower.length === words.length && ![...ignored].some((letter) => lower.includes(letter))
  for (let start = 0; start < words.length; ) {
    const end = wordEnd(words, start)
    const to = words.charCodeAt(end) === slash ? flagsEnd(words, end) : end
    const flags = words.slice(end + 1, to)
    if (end > start && isAligned) yield { text: lower, start, end, flags }
    else if (end > start) yield alone(words.slice(start, end), flags, ignored)
    const next = words.indexOf('\n', to)
    start = next < 0 ? words.length : next + 1
  }
}

function alone(written: string, flags: string, ignored: ReadonlySet<string>): Entry {
  const text = [...written.toLowerCase()].filter((letter) => !ignored.has(letter)).join('')
  return { text, start: 0, end: text.length, flags }
}

const slash = '/'.charCodeAt(0)

function wordEnd(words: string, start: number): number {
  let at = start
  while (words.charCodeAt(at) !== slash && !isSpace(words.charCodeAt(at))) at++
  return at
}

function flagsEnd(words: string, start: number): number {
  let at = start
  while (!isSpace(words.charCodeAt(at))) at++
  return at
}

/** Or the end of the text. */
function isSpace(code: number): boolean {
  return !(code > 0x20) || code === 0xa0 || code === 0xfeff
}

/** How many letters two words begin with alike. */
function sameStart(one: Entry, other: Omit<Entry, 'flags'>): number {
  const most = Math.min(one.end - one.start, other.end - other.start)
  let length = 0
  while (length < most && one.text.charCodeAt(one.start + length) === other.text.charCodeAt(other.start + length)) length++
  return length
}

/** What the same flags say of each word that has them. */
interface Flagged {
  /** By what is taken from the end. */
  readonly stumps: readonly (readonly [taken: string, numbers: readonly number[]])[]
  /** Of a word of which nothing is taken. */
  readonly bare: readonly number[]
}

function flaggedBy(flags: readonly string[], stumps: Endings['stumps'], linking: ReadonlySet<string>): Flagged {
  const byTaken = Map.groupBy(
    flags.flatMap((flag) => stumps.get(flag) ?? []),
    ({ taken }) => taken,
  )
  return {
    stumps: [...byTaken].map(([taken, all]) => [taken, all.map(({ number }) => number)]),
    bare: flags.some((flag) => linking.has(flag)) ? [bare, bareLinking] : [bare],
  }
}

export const seed = 0x2f0b4c47

/** Letters whose hash says in which part of the bits words lie that begin with them. Dictionaries are sorted: so what is set next lies near. */
const leading = 4
/** Bits of a part: of all three kinds, they stay in a processor's nearest memory. */
const part = 2 ** 16 - 1

/** @param length of what `hash` is of */
export function hashed(hash: number, letter: number, length: number): number {
  const all = mixed(hash, letter)
  return length < leading ? all : (hash & ~part) | (all & part)
}

export function withNumber(hash: number, number: number): number {
  return (hash & ~part) | (mixed(hash ^ 0x5bd1e995, number + 0x10000) & part)
}

function mixed(hash: number, letter: number): number {
  const product = Math.imul(hash ^ letter, 0x9e3779b1)
  return product ^ (product >>> 15)
}

function set(bits: Uint8Array, hash: number): void {
  const at = hash & (bits.length * 8 - 1)
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}

export function isSet(bits: Uint8Array, hash: number): boolean {
  const at = hash & (bits.length * 8 - 1)
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
}
