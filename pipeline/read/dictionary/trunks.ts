/**
 * Whether a made-up word could be one: it begins with a word of the dictionary, less what an ending takes away, and goes on with an ending.
 *
 * Which ending goes with which word only Hunspell knows; of the words one edit away from a typo one in sixty is left for it. All that Hunspell
 * accepts is possible, in lower case too, and by chance something else.
 *
 * @returns null for a dictionary that forms words in other ways: compounds, endings upon endings, an older encoding
 */
export function trunks(affixes: string | Uint8Array, words: string | null): ((word: string) => boolean) | null {
  if (typeof affixes !== 'string' || words === null || otherways.test(affixes)) return null
  const [prefixes, suffixes] = [affixesOf(affixes, 'PFX'), affixesOf(affixes, 'SFX')]
  const endings = new Set(['', ...suffixes.map(({ added }) => added)])
  const found = trunkBits(words, [...new Set(suffixes.map(({ taken }) => taken))].filter(Boolean))
  const isWhole = (word: string) => hasTrunk(word, found, endings)
  return (written) => {
    const word = written.toLowerCase()
    return (
      word.includes('-') ||
      isWhole(word) ||
      prefixes.some(({ taken, added }) => word.startsWith(added) && isWhole(taken + word.slice(added.length)))
    )
  }
}

/** Of Hunspell's compounds only the rules for numbers ("21st") aren't asked for. */
const otherways =
  /^(?:COMPOUND(?!MIN|RULE)[A-Z]+|COMPLEXPREFIXES|CHECKSHARPS|AF|IGNORE|LANG[ \t]+(?:tr|az|crh)|[PS]FX[ \t]+\S+[ \t]+\S+[ \t]+[^\s/]*\/)/m

interface Affix {
  readonly taken: string
  readonly added: string
}

function affixesOf(affixes: string, kind: 'PFX' | 'SFX'): Affix[] {
  const rule = new RegExp(`^${kind}[ \\t]+\\S+[ \\t]+(\\S+)[ \\t]+(\\S+)[ \\t]+\\S`, 'gm')
  const all = [...affixes.matchAll(rule)].map(([, taken = '', added = '']) => [letters(taken), letters(added)] as const)
  return [...new Map(all.map(([taken, added]) => [`${taken} ${added}`, { taken, added }])).values()]
}

function letters(written: string): string {
  return written === '0' ? '' : written.toLowerCase()
}

/** A bit for the hash of each trunk, and one for each beginning of one. */
interface TrunkBits {
  readonly whole: Uint8Array
  readonly beginnings: Uint8Array
  /** Bits in each, less one; a power of two, less one. */
  readonly mask: number
}

function trunkBits(words: string, taken: readonly string[]): TrunkBits {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, words.length * 2)))
  const bits = { whole: new Uint8Array(size / 8), beginnings: new Uint8Array(size / 8), mask: size - 1 }
  for (const [, word = ''] of words.toLowerCase().matchAll(/^([^\s/]+)/gm)) {
    const shorter = taken.filter((end) => word.endsWith(end)).map((end) => word.length - end.length)
    const ends = new Set([word.length, ...shorter])
    let hash = seed
    for (let length = 0; length <= word.length; length++) {
      set(bits.beginnings, hash & bits.mask)
      if (ends.has(length)) set(bits.whole, hash & bits.mask)
      hash = hashed(hash, word.charCodeAt(length))
    }
  }
  return bits
}

function hasTrunk(word: string, { whole, beginnings, mask }: TrunkBits, endings: ReadonlySet<string>): boolean {
  let hash = seed
  for (let length = 0; length <= word.length && isSet(beginnings, hash & mask); length++) {
    if (isSet(whole, hash & mask) && endings.has(word.slice(length))) return true
    hash = hashed(hash, word.charCodeAt(length))
  }
  return false
}

const seed = 0x2f0b4c47

function hashed(hash: number, letter: number): number {
  const mixed = Math.imul(hash ^ letter, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

function set(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}

function isSet(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
}
