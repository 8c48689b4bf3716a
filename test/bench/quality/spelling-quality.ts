import type { Dictionary, Knowledge } from '../../../pipeline/check/knowledge.ts'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { type Passage, passageOf } from '../../../pipeline/check/passage.ts'
import type { Hit } from '../../../pipeline/check/rule.ts'
import { nearMissName } from '../../../pipeline/check/rules/near-miss-name.ts'
import { spelling } from '../../../pipeline/check/rules/spelling.ts'
import { nameCounts } from '../../../pipeline/check/spelling/name-counts.ts'
import { namesIn } from '../../../pipeline/check/spelling/names-in.ts'
import { tally } from '../../../pipeline/check/spelling/tally.ts'
import { wordsIn } from '../../../pipeline/check/spelling/words-in.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { random } from '../random.ts'
import { mistype, type Typo } from './typos.ts'

export interface Recall {
  readonly typos: number
  readonly found: number
  /** Typos that are words themselves; they are typos all the same. */
  readonly words: number
  /** Of these, those that were found. */
  readonly foundWords: number
}

export interface SpellingQuality {
  readonly words: number
  readonly alarms: readonly string[]
  readonly lower: Recall
  readonly capitalised: Recall
  readonly missed: readonly string[]
}

/** What the spelling rules say of a site of articles, as they are and with one word in fifty mistyped. */
export function spellingQuality(
  articles: readonly (readonly string[])[],
  locale: string,
  dictionary: Dictionary,
  seed = 1,
): SpellingQuality {
  const clean = articles.map((sentences) => passagesOf(sentences, locale))
  const alarms = clean.flatMap(hitsOf(clean, dictionary)).map(({ passage, hit }) => textAt(passage, hit))
  const words = articles.flat().reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0)
  return { words, alarms, ...recallOf(articles, locale, dictionary, seed) }
}

function recallOf(articles: readonly (readonly string[])[], locale: string, dictionary: Dictionary, seed: number) {
  const rolls = random(seed)
  const mistyped = articles.map((sentences) => sentences.map((sentence) => mistype(sentence, rolls, 50)))
  const site = mistyped.map((sentences) =>
    passagesOf(
      sentences.map(({ text }) => text),
      locale,
    ),
  )
  const check = hitsOf(site, dictionary)
  const judged = site.flatMap((passages, index) => {
    const hits = check(passages)
    return passages.flatMap((passage, nth) =>
      (mistyped[index]?.[nth]?.typos ?? []).map((typo) => {
        const found = hits.some((one) => one.passage === passage && covers(one.hit, typo))
        return { typo, found, isWord: dictionary.accepts(typo.typed) }
      }),
    )
  })
  const { lower = [], capitalised = [] } = Object.groupBy(judged, ({ typo: { meant } }) => (isLower(meant) ? 'lower' : 'capitalised'))
  const missed = judged.filter(({ found, isWord }) => !found && !isWord).map(({ typo }) => `${typo.meant} → ${typo.typed}`)
  return { lower: counted(lower), capitalised: counted(capitalised), missed }
}

function counted(judged: readonly { readonly found: boolean; readonly isWord: boolean }[]): Recall {
  const found = judged.filter((one) => one.found)
  const count = (all: typeof judged) => all.filter(({ isWord }) => isWord).length
  return { typos: judged.length, found: found.length, words: count(judged), foundWords: count(found) }
}

function isLower(word: string): boolean {
  return word === word.toLowerCase()
}

function passagesOf(sentences: readonly string[], locale: string): Passage[] {
  return sentences.map((sentence) => passageOf(sentence, locale as Locale, 'plain'))
}

function hitsOf(site: readonly (readonly Passage[])[], dictionary: Dictionary) {
  const language = site[0]?.[0]?.language ?? ''
  const names = nameCounts(tally(site.flat().flatMap((passage) => namesIn(wordsIn(passage.words, language)))))
  // Suggestions are slow, and nobody reads them here.
  const knowledge: Knowledge = { ...noKnowledge, names, dictionary: { ...dictionary, suggest: () => [] } }
  return (passages: readonly Passage[]) => {
    const [unknown, near] = [spelling, nearMissName].map((rule) => rule.check(passages, {}, knowledge))
    return passages.flatMap((passage, index) => [...(unknown?.[index] ?? []), ...(near?.[index] ?? [])].map((hit) => ({ passage, hit })))
  }
}

function covers({ range }: Hit, { start, end }: Typo): boolean {
  return range !== null && range.start < end && range.end > start
}

function textAt({ markdown }: Passage, { range }: Hit): string {
  return range === null ? '' : markdown.slice(range.start, range.end)
}
