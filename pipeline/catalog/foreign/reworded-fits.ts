import type { ArticleId } from '../../model/article.ts'
import type { Adoption, OpenUnit } from './adoption.ts'
import { oneLine, wordsIn } from './bare-text.ts'
import { otherFit } from './fit.ts'
import { type ForeignText, isLikeCode } from './foreign-text.ts'

/** Of a text's pairs of neighbouring words. */
const HALF = 0.5
/** Pairs that a unit shares with a text which stood in its article: fewer stand in many texts by chance. */
const FEW = 3
/** Pairs of a text that may have moved to another article. */
const MANY = 10
/** Of the pairs of both, where there are fewer: titles with another word. */
const MOST = 2 / 3

/**
 * Texts that were worked into a longer one, or put in another order: one to one, those that share most first.
 *
 * @param articlesOf in which each text stood
 */
export function giveRewordedFits(adoption: Adoption, articlesOf: ReadonlyMap<ForeignText, readonly ArticleId[]>): void {
  const open = adoption.open()
  const sizes = open.map(({ unit }) => pairsOf(unit.text).size)
  const byPair = placesByPair(open)
  const texts = adoption.homeless().filter(({ id }) => !isLikeCode(id))
  const likenesses = texts.flatMap((text) => {
    const pairs = pairsOf(text.id)
    const stoodIn = new Set(articlesOf.get(text))
    return [...sharedWith(pairs, byPair)].flatMap(([at, shared]) => {
      const place = open[at] as OpenUnit
      const share = shared / pairs.size
      const isLike = (2 * shared) / (pairs.size + (sizes[at] ?? 0)) >= MOST
      const isKnown = pairs.size >= MANY || (shared >= FEW && stoodIn.has(place.article))
      return isLike || (isKnown && share >= HALF) ? [{ text, place, share }] : []
    })
  })
  const taken = new Set<ForeignText>()
  for (const { text, place } of likenesses.sort((a, b) => b.share - a.share)) {
    if (taken.has(text) || adoption.fits.has(place.unit)) continue
    taken.add(text)
    adoption.give(place, otherFit([text], place.unit, 'another source', oneLine(text.id), text.text))
  }
}

function pairsOf(text: string): Set<string> {
  const words = wordsIn(text)
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

function placesByPair(open: readonly OpenUnit[]): Map<string, number[]> {
  const byPair = new Map<string, number[]>()
  for (const [at, { unit }] of open.entries()) {
    for (const pair of pairsOf(unit.text)) {
      const places = byPair.get(pair)
      if (places === undefined) byPair.set(pair, [at])
      else places.push(at)
    }
  }
  return byPair
}

/** How many of the pairs each place has. */
function sharedWith(pairs: ReadonlySet<string>, byPair: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>()
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  return shared
}
