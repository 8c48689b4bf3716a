import { remembering } from '../../model/remembering.ts'
import { type AffixRule, wordFormation } from './affix-rules.ts'
import { type Endings, endingsOf } from './endings.ts'
import { hashed, isSet, seed, type TrunkBits, trunkBits, withNumber } from './trunk-bits.ts'

/** What could be a word. Much quicker where the same heads are asked about again and again. */
export interface Possible {
  /** Whether some word could begin with `head` and go on with `more` letters. */
  begins(head: string, more: number): boolean
  /** Those of the letters, which are lower case, with which some word could go on behind `head`; in their order. */
  following(head: string, letters: readonly string[]): readonly string[]
  /** Whether `head + rest` could be one. */
  is(head: string, rest: string): boolean
}

/**
 * Whether a made-up word could be one: it begins with a word of the dictionary, less what an ending takes away, and goes on with an ending that the
 * word's flags allow; or it is a compound of such words.
 *
 * The rest only Hunspell knows (what an ending asks of the letters before it, which prefix goes with which word): it is asked about what is left. All
 * that Hunspell accepts is possible, in lower case too, but compounds with a part of less than three letters or of a numeral; and by chance something
 * else.
 *
 * @returns null for a dictionary that forms words in other ways: numbered flags, an older encoding, hundreds of endings upon each ending
 */
export function trunks(affixes: string | Uint8Array, words: string | null): Possible | null {
  if (typeof affixes !== 'string' || words === null) return null
  const formation = wordFormation(affixes)
  const endings = formation === null ? null : endingsOf(formation)
  if (formation === null || endings === null) return null
  const lexicon: Lexicon = {
    bits: trunkBits(words, formation, endings),
    endings,
    prefixes: prefixesOf(formation.rules),
    compounds: formation.linking.size > 0,
    breaks: formation.breaks,
    brokenOff: formation.brokenOff,
    parts: new Map(),
  }
  const nothing = begun('', lexicon)
  const begin = remembering(headsAtOnce, (head) => begun(head, lexicon))
  return {
    begins: (head, more) => mayGoOn(begin(head), more, lexicon),
    following: (head, letters) => following(begin(head), letters, lexicon),
    is(head, rest) {
      const beginning = begin(head)
      const isLower = beginning.isLower && rest === rest.toLowerCase()
      return isLower ? goesOn(beginning, rest, lexicon) : goesOn(nothing, (head + rest).toLowerCase(), lexicon)
    },
  }
}

/** Of one word or two. */
const headsAtOnce = 64

interface Lexicon {
  readonly bits: TrunkBits
  readonly endings: Endings
  /** By their first letter. */
  readonly prefixes: ReadonlyMap<string, readonly Prefix[]>
  readonly compounds: boolean
  readonly breaks: ReadonlySet<string>
  readonly brokenOff: ReadonlySet<string>
  /** Whether a part of a word is one, `-` before what ends a compound: many made-up words end alike. */
  readonly parts: Map<string, boolean>
}

type Prefix = Pick<AffixRule, 'taken' | 'added'>

function prefixesOf(rules: readonly AffixRule[]): Lexicon['prefixes'] {
  const all = rules.filter(({ kind }) => kind === 'PFX').map(({ taken, added }) => ({ taken, added }))
  const distinct = new Map(all.map((prefix) => [`${prefix.taken} ${prefix.added}`, prefix]))
  return Map.groupBy(distinct.values(), ({ added }) => added.charAt(0))
}

/** How words can begin with `head`: as a trunk, as a prefix with a trunk, as a compound that goes on with a trunk. */
interface Begun {
  readonly head: string
  readonly isLower: boolean
  readonly walks: readonly Walk[]
  /** Of which `head` is but a part. */
  readonly prefixes: readonly Prefix[]
}

/** Letters of a compound's part; of shorter ones half of all typos could be made. */
const shortestPart = 3

function begun(head: string, lexicon: Lexicon): Begun {
  const { prefixes, compounds } = lexicon
  const likely = (head === '' ? [...prefixes.values()].flat() : prefixes.get(head.charAt(0))) ?? []
  const behind = likely.filter(({ added }) => head.startsWith(added)).map(({ taken, added }) => taken + head.slice(added.length))
  const walks = [head, ...behind].map((text) => walk(text, lexicon))
  // Grows while it is gone through: each part may be followed by another.
  for (const { text } of compounds ? walks : []) {
    for (const length of linksIn(walk('', lexicon), text, lexicon)) {
      const part = text.slice(length)
      if (!walks.some((one) => one.text === part)) walks.push(walk(part, lexicon))
    }
  }
  return {
    head,
    isLower: head === head.toLowerCase(),
    walks,
    prefixes: likely.filter(({ added }) => added.length > head.length && added.startsWith(head)),
  }
}

function mayGoOn({ head, isLower, walks, prefixes }: Begun, more: number, { endings, breaks }: Lexicon): boolean {
  if (!isLower || prefixes.length > 0 || isBroken(head, breaks)) return true
  return walks.some(({ alive, trunks }) => alive || trunks.some(({ behind }) => behind.length + more <= endings.longest))
}

function following({ head, isLower, walks, prefixes }: Begun, letters: readonly string[], lexicon: Lexicon): readonly string[] {
  const { bits, breaks } = lexicon
  if (!isLower || isBroken(head, breaks)) return letters
  const inEndings = walks.flatMap(({ trunks }) => trunks.map(({ next }) => next)).join('')
  const alive = walks.filter((one) => one.alive)
  return letters.filter((letter) => {
    if (inEndings.includes(letter) || breaks.has(letter)) return true
    const code = letter.charCodeAt(0)
    return (
      alive.some(({ text, hash }) => isSet(bits.beginnings, hashed(hash, code, text.length))) ||
      prefixes.some(({ added }) => added.startsWith(letter, head.length))
    )
  })
}

function goesOn({ head, walks, prefixes }: Begun, rest: string, lexicon: Lexicon): boolean {
  if (walks.some((one) => isWhole(one, rest, lexicon))) return true
  if (isBroken(rest, lexicon.breaks) || isBroken(head, lexicon.breaks)) return areParts(head + rest, lexicon)
  return prefixes.some(({ taken, added }) => {
    const word = head + rest
    return word.startsWith(added) && isWhole(walk('', lexicon), taken + word.slice(added.length), lexicon)
  })
}

function isBroken(text: string, breaks: ReadonlySet<string>): boolean {
  for (const one of breaks) if (text.includes(one)) return true
  return false
}

/** Whether each part of what is broken could be a word. */
function areParts(text: string, lexicon: Lexicon): boolean {
  const parts: string[] = ['']
  for (const letter of text) {
    if (lexicon.breaks.has(letter)) parts.push('')
    else parts.push(`${parts.pop()}${letter}`)
  }
  return parts.every((part) => part === '' || lexicon.brokenOff.has(part) || isPart(part, lexicon))
}

/** Whether it goes on with the rest of a word, or with the rest of a compound. */
function isWhole(walk: Walk, rest: string, lexicon: Lexicon): boolean {
  if (endsWell(walk, rest, lexicon)) return true
  return lexicon.compounds && linksIn(walk, rest, lexicon).some((length) => isTail(rest.slice(length), lexicon))
}

function isTail(text: string, lexicon: Lexicon): boolean {
  return text.length >= shortestPart && known(`-${text}`, lexicon, () => isWhole(walk('', lexicon), text, lexicon))
}

function isPart(text: string, lexicon: Lexicon): boolean {
  return known(text, lexicon, () => goesOn(begun(text.slice(0, 1), lexicon), text.slice(1), lexicon))
}

const mostKnown = 10_000

function known(text: string, { parts }: Lexicon, find: () => boolean): boolean {
  const before = parts.get(text)
  if (before !== undefined) return before
  const found = find()
  if (parts.size >= mostKnown) parts.clear()
  parts.set(text, found)
  return found
}

/** Letters read from the beginning of a word on. */
interface Walk {
  readonly text: string
  readonly hash: number
  /** Whether some trunk begins so. */
  readonly alive: boolean
  /** The trunks that it begins with, itself perhaps among them, where an ending begins with what stands behind. */
  readonly trunks: readonly Trunk[]
}

interface Trunk {
  readonly hash: number
  /** What of the walk's text stands behind it. */
  readonly behind: string
  /** The letters that may come next where that is the beginning of an ending. */
  readonly next: string
}

function walk(text: string, { bits: { whole, beginnings }, endings: { all, next } }: Lexicon): Walk {
  let hash = seed
  let alive = true
  const trunks: Trunk[] = []
  for (let at = 0; alive; at++) {
    if (isSet(whole, hash)) {
      const behind = text.slice(at)
      const letters = next.get(behind) ?? ''
      if (letters !== '' || all.has(behind)) trunks.push({ hash, behind, next: letters })
    }
    if (at >= text.length) break
    hash = hashed(hash, text.charCodeAt(at), at)
    alive = isSet(beginnings, hash)
  }
  return { text, hash, alive, trunks }
}

/** Whether the walk, with `rest` behind it, is a trunk and an ending. */
function endsWell({ text, hash, alive, trunks }: Walk, rest: string, { bits, endings: { all, longest } }: Lexicon): boolean {
  const first = rest.charAt(0)
  for (const { hash: trunk, behind, next } of trunks) {
    const mayBe = behind.length + rest.length <= longest && next.includes(first)
    if (mayBe && fits(trunk, all.get(behind + rest), bits)) return true
  }
  let [here, goes] = [hash, alive]
  for (let at = 0; goes && at < rest.length; at++) {
    here = hashed(here, rest.charCodeAt(at), text.length + at)
    goes = isSet(bits.beginnings, here)
    if (goes && rest.length - at - 1 <= longest && isSet(bits.whole, here) && fits(here, all.get(rest.slice(at + 1)), bits)) return true
  }
  return false
}

/** How many letters of `rest` end a part of a compound, one at least. */
function linksIn({ text, hash, alive, trunks }: Walk, rest: string, { bits, endings: { linking, longestLinking } }: Lexicon): number[] {
  const found: number[] = []
  const addBehind = (trunk: number, from: number, before: string) => {
    for (let end = Math.max(from, 1); end <= rest.length && before.length + end - from <= longestLinking; end++) {
      const isLong = text.length + end >= shortestPart
      if (isLong && !found.includes(end) && fits(trunk, linking.get(before + rest.slice(from, end)), bits)) found.push(end)
    }
  }
  for (const { hash, behind } of trunks) addBehind(hash, 0, behind)
  let [here, goes] = [hash, alive]
  for (let at = 0; goes && at < rest.length; at++) {
    here = hashed(here, rest.charCodeAt(at), text.length + at)
    goes = isSet(bits.beginnings, here)
    if (goes && isSet(bits.whole, here)) addBehind(here, at + 1, '')
  }
  return found
}

function fits(trunk: number, numbers: readonly number[] | undefined, { numbered }: TrunkBits): boolean {
  return numbers?.some((number) => isSet(numbered, withNumber(trunk, number))) ?? false
}
