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
  typos: number
  found: number
  /** Typos that are words themselves; they are typos all the same. */
  words: number
}

export interface SpellingQuality {
  readonly words: number
  readonly alarms: readonly string[]
  readonly lower: Recall
  readonly capitalised: Recall
  readonly missed: readonly string[]
}

/** What the spelling rules say of a site of articles, as they are and with one word in fifty mistyped. */
export function spellingQuality(articles: readonly (readonly string[])[], locale: string, dictionary: Dictionary, seed = 1): SpellingQuality {
  const clean = articles.map((sentences) => passagesOf(sentences, locale))
  const alarms = clean.flatMap(hitsOf(clean, dictionary)).map(({ passage, hit }) => textAt(passage, hit))
  const rolls = random(seed)
  const mistyped = articles.map((sentences) => sentences.map((sentence) => mistype(sentence, rolls, 50)))
  const dirty = mistyped.map((sentences) => passagesOf(sentences.map(({ text }) => text), locale))
  const lower = { typos: 0, found: 0, words: 0 }
  const capitalised = { typos: 0, found: 0, words: 0 }
  const missed: string[] = []
  const check = hitsOf(dirty, dictionary)
  for (const [index, passages] of dirty.entries()) {
    const hits = check(passages)
    for (const [nth, passage] of passages.entries()) {
      for (const typo of mistyped[index]?.[nth]?.typos ?? []) {
        const recall = typo.meant === typo.meant.toLowerCase() ? lower : capitalised
        recall.typos++
        const isWord = dictionary.accepts(typo.typed)
        if (isWord) { recall.words++; }
        if (hits.some((one) => one.passage === passage && covers(one.hit, typo))) recall.found++
        else if (!isWord) missed.push(`${typo.meant} → ${typo.typed}`)
      }
    }
  }
  const words = articles.flat().reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0)
  return { words, alarms, lower, capitalised, missed }
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
