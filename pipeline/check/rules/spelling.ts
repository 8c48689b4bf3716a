import { lazily } from '../../model/lazily.ts'
import type { Dictionary, Knowledge } from '../knowledge.ts'
import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, isOn, type WholeRule } from '../rule.ts'
import { type UnknownPart, unknownPart } from '../spelling/is-spelled.ts'
import { namesIn } from '../spelling/names-in.ts'
import { oneEdit } from '../spelling/one-edit.ts'
import { plainWord } from '../spelling/plain-word.ts'
import { rarelyMeant } from '../spelling/rarely-meant.ts'
import { tally } from '../spelling/tally.ts'
import { isCapital, type SpelledWord } from '../spelling/words-in.ts'
import { isMeasure } from './is-measure.ts'

/**
 * Words that neither the dictionary of the language nor the house knows.
 *
 * A word with a capital of its own is taken for a name, and so is a sentence's first word that is one elsewhere, or that no word of the dictionary
 * is near to. In German, where nouns have capitals, and in scripts without capitals, what is like no other word is a name.
 */
export const spelling: WholeRule = {
  kind: 'whole',
  name: 'spelling',
  severity: 'warning',
  options: { ignoreNames: 'switch', rareWords: 'switch' },
  needs: ['dictionary', 'names'],
  check(passages, options, knowledge) {
    const { dictionary } = knowledge
    const language = passages[0]?.language ?? ''
    if (dictionary === null) return passages.map(() => [])
    const words = passages.map((passage) => judged(passage, language))
    const judge = isOn(options, 'ignoreNames', true) ? nameJudge(words.flat(), language, knowledge, dictionary) : () => false
    const suggest = limited(mostSuggested, (text) => dictionary.suggest(plainWord(text)))
    const rare = rarelyMeant(isOn(options, 'rareWords', true) ? language : '')
    const isForeign = (word: SpelledWord | undefined) =>
      word !== undefined && isCapital(word.text) && unknownPart(word, language, knowledge) !== null
    const hitOf = (passage: Passage, word: SpelledWord): Hit | null => {
      const part = unknownPart(word, language, knowledge)
      if (part !== null && (isMeasure(passage, word) || (isOfName(passage, word, isForeign) && !isSwapped(word.text, dictionary))))
        return null
      if (part !== null) return judge(word, part) ? null : hitAt(passage, word, part, suggest(part.text))
      const usual = rare.get(word.text)
      return usual === undefined || knowledge.accepts(word.text) ? null : rareHit(passage, word, usual)
    }
    return passages.map((passage, index) => firstHits(words[index] ?? [], (word) => hitOf(passage, word)))
  },
}

/** Letters of what joins the parts of a name: "of", "van", "für". */
const joining = 3

/**
 * Part of a name that isn't the language's: the first word before an unknown surname ("Kaja Kallas" at the beginning of a sentence), or what stands
 * between the words of a foreign name ("Translation Service of Withub" in Italian).
 */
function isOfName({ words, spelled }: Passage, word: SpelledWord, isForeign: (word: SpelledWord | undefined) => boolean): boolean {
  const isJoint = word.text.length <= joining && !isCapital(word.text)
  if (!isJoint && !(word.begins && isCapital(word.text))) return false
  const at = spelled().indexOf(word)
  const [before, after] = [spelled()[at - 1], spelled()[at + 1]]
  const isNext = after !== undefined && !after.begins && /^[ \u00A0]$/.test(words.slice(word.end, after.start))
  if (!isNext || !isCapital(after.text)) return false
  if (!isJoint) return isForeign(after)
  const follows = before !== undefined && isCapital(before.text) && /^[ \u00A0]$/.test(words.slice(before.end, word.start))
  return follows && (isForeign(before) || isForeign(after))
}

/** "Minsiter Kallas": of two letters that changed places no long first name is made. */
function isSwapped(text: string, dictionary: Dictionary): boolean {
  if (text.length < telling || !isCapital(text)) return false
  const lower = plainWord(text).toLowerCase()
  return dictionary.near(lower).some((other) => oneEdit(lower, other)?.edit === 'swap')
}

/** In one passage: what has more is no text in this language. */
const mostHits = 100

function firstHits(words: readonly SpelledWord[], hitOf: (word: SpelledWord) => Hit | null): Hit[] {
  const hits: Hit[] = []
  for (const word of words) {
    const hit = hitOf(word)
    if (hit !== null) hits.push(hit)
    if (hits.length >= mostHits) break
  }
  return hits
}

/** Nothing of a passage in another language, and nothing of what is a name as a whole. */
function judged(passage: Passage, language: string): readonly SpelledWord[] {
  return passage.language !== language || names.has(passage.kind) ? [] : passage.spelled()
}

const names: ReadonlySet<Passage['kind']> = new Set(['place', 'author', 'credit', 'image.credit'])

type IsName = (word: SpelledWord, part: UnknownPart) => boolean

/** Fewer letters are near to some word by chance. */
const telling = 7

function nameJudge(words: readonly SpelledWord[], language: string, knowledge: Knowledge, dictionary: Dictionary): IsName {
  const own = tally(namesIn(words))
  const all = lazily(() => tally(words.map(({ text }) => text)))
  const near = limited(mostCompared, (text) => dictionary.near(plainWord(text)))
  const isAlone = (text: string) => near(text).length === 0
  // "Brindisi" is no "brindis": names end as they like.
  const looksLike = (text: string) => near(text).some((other) => (oneEdit(text, other)?.after ?? 0) > 0)
  const times = (name: string) => Math.max(knowledge.names.countOf(name), own.get(name) ?? 0)
  return ({ begins }, { text }) => {
    if (!isCapital(text)) return isCaseless(text) && ((all().get(text) ?? 0) > 1 || text.length < 4 || isAlone(text))
    const count = times(plainWord(text))
    if (begins) return count > 0 || isAlone(text.toLowerCase())
    return count > 1 || text.length < telling || !looksLike(capitalNouns.has(language) ? text : text.toLowerCase())
  }
}

function isCaseless(text: string): boolean {
  return text === text.toUpperCase()
}

const capitalNouns = new Set(['de', 'lb', 'gsw'])

/** Distinct words of an article that get suggestions, and that are held against the dictionary's: each costs as much as a hundred words. */
const mostSuggested = 20
const mostCompared = 500

/** Nothing for all words after the first `most` ones. */
function limited(most: number, compute: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.size >= most) return before ?? []
    const found = compute(text)
    known.set(text, found)
    return found
  }
}

function hitAt(passage: Passage, word: SpelledWord, part: UnknownPart, suggestions: readonly string[]): Hit {
  const start = word.start + part.start
  const curly = passage.words.includes('’') || !passage.words.includes("'")
  const expected = suggestions.map((one) => (curly ? one.replaceAll("'", '’') : one))
  const [first, second] = expected
  const perhaps = first === undefined ? `correct it, or add it to \`locales/${passage.locale}/words.txt\`` : `perhaps \`${first}\``
  return {
    range: rangeIn(passage, start, start + part.text.length),
    message: `Unknown word \`${part.text}\`: ${perhaps}${second === undefined ? '' : ` or \`${second}\``}`,
    expected,
  }
}

function rareHit(passage: Passage, { text, start, end }: SpelledWord, usual: string): Hit {
  const message = `Rare word \`${text}\`: perhaps \`${usual}\`; if it is meant, add it to \`locales/${passage.locale}/words.txt\``
  return { range: rangeIn(passage, start, end), message, expected: [usual] }
}
