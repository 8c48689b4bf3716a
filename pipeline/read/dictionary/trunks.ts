/** What could be a word. Much quicker where the same head is asked about again and again. */
export interface Possible {
  /** Whether some word could begin with `head` and go on with `more` letters. */
  begins(head: string, more: number): boolean
  /** Whether `head + rest` could be one. */
  is(head: string, rest: string): boolean
}

/**
 * Whether a made-up word could be one: it begins with a word of the dictionary, less what an ending takes away, and goes on with an ending.
 *
 * Which ending goes with which word only Hunspell knows; of the words one edit away from a typo one in sixty is left for it. All that Hunspell
 * accepts is possible, in lower case too, and by chance something else.
 *
 * @returns null for a dictionary that forms words in other ways: compounds, endings upon endings, an older encoding
 */
export function trunks(affixes: string | Uint8Array, words: string | null): Possible | null {
  if (typeof affixes !== 'string' || words === null || otherways.test(affixes)) return null
  const [prefixes, suffixes] = [affixesOf(affixes, 'PFX'), affixesOf(affixes, 'SFX')]
  const added = suffixes.map((suffix) => suffix.added)
  const endings: Endings = { all: new Set(['', ...added]), longest: Math.max(0, ...added.map(({ length }) => length)) }
  const found = trunkBits(words, [...new Set(suffixes.map(({ taken }) => taken))].filter(Boolean))
  const nothing = begun('', prefixes, found)
  let last = nothing
  const begin = (head: string) => {
    if (last.head !== head) last = begun(head, prefixes, found)
    return last
  }
  return {
    begins: (head, more) => mayGoOn(begin(head), more, endings),
    is(head, rest) {
      const beginning = begin(head)
      const isLower = beginning.isLower && rest === rest.toLowerCase()
      return isLower ? goesOn(beginning, rest, found, endings) : goesOn(nothing, (head + rest).toLowerCase(), found, endings)
    },
  }
}

interface Endings {
  readonly all: ReadonlySet<string>
  /** Letters. */
  readonly longest: number
}

/** How words can begin with `head`: as a trunk, and as a prefix with a trunk. */
interface Begun {
  readonly head: string
  readonly isLower: boolean
  readonly walks: readonly Walk[]
  /** Of which `head` is but a part. */
  readonly prefixes: readonly Affix[]
}

function begun(head: string, prefixes: readonly Affix[], found: TrunkBits): Begun {
  const behind = prefixes.filter(({ added }) => head.startsWith(added)).map(({ taken, added }) => taken + head.slice(added.length))
  return {
    head,
    isLower: head === head.toLowerCase(),
    walks: [head, ...behind].map((text) => walk(text, found)),
    prefixes: prefixes.filter(({ added }) => added.length > head.length && added.startsWith(head)),
  }
}

function mayGoOn({ head, isLower, walks, prefixes }: Begun, more: number, { longest }: Endings): boolean {
  if (!isLower || prefixes.length > 0 || head.includes('-')) return true
  return walks.some(({ text, alive, trunks }) => alive || trunks.some((length) => text.length - length + more <= longest))
}

function goesOn({ head, walks, prefixes }: Begun, rest: string, found: TrunkBits, endings: Endings): boolean {
  if (head.includes('-') || rest.includes('-')) return true
  if (walks.some((walk) => endsWell(walk, rest, found, endings))) return true
  return prefixes.some(({ taken, added }) => {
    const word = head + rest
    return word.startsWith(added) && endsWell(walk('', found), taken + word.slice(added.length), found, endings)
  })
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

/** Letters read from the beginning of a word on. */
interface Walk {
  readonly text: string
  readonly hash: number
  /** Whether some trunk begins so. */
  readonly alive: boolean
  /** The lengths of trunks that it begins with, itself perhaps among them. */
  readonly trunks: readonly number[]
}

function walk(text: string, { whole, beginnings, mask }: TrunkBits): Walk {
  let hash = seed
  let alive = true
  const trunks: number[] = isSet(whole, hash & mask) ? [0] : []
  for (let at = 0; alive && at < text.length; at++) {
    hash = hashed(hash, text.charCodeAt(at))
    alive = isSet(beginnings, hash & mask)
    if (alive && isSet(whole, hash & mask)) trunks.push(at + 1)
  }
  return { text, hash, alive, trunks }
}

/** Whether the walk, with `rest` behind it, is a trunk and an ending. */
function endsWell(walk: Walk, rest: string, { whole, beginnings, mask }: TrunkBits, { all, longest }: Endings): boolean {
  const { text, trunks } = walk
  if (trunks.some((length) => text.length - length + rest.length <= longest && all.has(text.slice(length) + rest))) return true
  let { hash, alive } = walk
  for (let at = 0; alive && at < rest.length; at++) {
    hash = hashed(hash, rest.charCodeAt(at))
    alive = isSet(beginnings, hash & mask)
    if (alive && rest.length - at - 1 <= longest && isSet(whole, hash & mask) && all.has(rest.slice(at + 1))) return true
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
