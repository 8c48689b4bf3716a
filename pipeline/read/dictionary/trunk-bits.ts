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
  const hashes: number[] = []
  const keep = (length: number, number: number) => {
    const hash = hashes[length] ?? 0
    set(bits.whole, hash)
    set(bits.numbered, withNumber(hash, number))
  }
  const flagged = new Map<string, Flagged>()
  for (const [, written = '', flags = ''] of words.matchAll(/^([^\s/]+)(?:\/(\S+))?/gm)) {
    const lower = written.toLowerCase()
    const word = ignored.size === 0 ? lower : [...lower].filter((letter) => !ignored.has(letter)).join('')
    let hash = seed
    for (let length = 0; length <= word.length; length++) {
      set(bits.beginnings, hash)
      hashes[length] = hash
      hash = hashed(hash, word.charCodeAt(length))
    }
    keep(word.length, bare)
    if (flags === '') continue
    const known = flagged.get(flags) ?? flaggedBy(flagsIn(flags), stumps, linking)
    flagged.set(flags, known)
    if (known.isLinking) keep(word.length, bareLinking)
    for (const { taken, number } of known.stumps) if (word.endsWith(taken)) keep(word.length - taken.length, number)
  }
  return bits
}

/** What the same flags say of each word that has them. */
interface Flagged {
  readonly stumps: readonly { readonly taken: string; readonly number: number }[]
  readonly isLinking: boolean
}

function flaggedBy(flags: readonly string[], stumps: Endings['stumps'], linking: ReadonlySet<string>): Flagged {
  return { stumps: flags.flatMap((flag) => stumps.get(flag) ?? []), isLinking: flags.some((flag) => linking.has(flag)) }
}

export const seed = 0x2f0b4c47

export function hashed(hash: number, letter: number): number {
  const mixed = Math.imul(hash ^ letter, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

export function withNumber(hash: number, number: number): number {
  return hashed(hash ^ 0x5bd1e995, number + 0x10000)
}

function set(bits: Uint8Array, hash: number): void {
  const at = hash & (bits.length * 8 - 1)
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}

export function isSet(bits: Uint8Array, hash: number): boolean {
  const at = hash & (bits.length * 8 - 1)
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
}
