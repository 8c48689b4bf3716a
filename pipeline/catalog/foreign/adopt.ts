import type { ArticleId, Unit } from '../../model/article.ts'
import type { ImportedText } from '../bring-in.ts'
import { type AdoptingArticle, Adoption } from './adoption.ts'
import { articlesOfTexts } from './belonging.ts'
import { giveContainedFits, giveJoinedFits } from './contained-fits.ts'
import type { Fit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'
import { giveMovedFits } from './moved-fits.ts'
import { giveNearFits } from './near-fits.ts'
import { giveRewordedFits } from './reworded-fits.ts'
import { SameTexts } from './same-texts.ts'

/** A unit's text, and what it was made of. */
export interface AdoptedText extends ImportedText {
  readonly texts: readonly ForeignText[]
}

export interface Adopted {
  /** In reading order. */
  readonly byArticle: ReadonlyMap<ArticleId, readonly AdoptedText[]>
  /** Texts that no unit has, in the order of the file. */
  readonly left: readonly ForeignText[]
  /** The article in which each text stood, or next to it. */
  readonly stoodIn: ReadonlyMap<ForeignText, ArticleId>
}

/**
 * What another system's catalog has for the units of a site, from the surest step to the least sure: the same text; the same text in pieces; several that were joined; a near one in the article that it stood in; a part of a longer text, or the whole of a shorter one; a near one in another article; one that was worked into another text.
 *
 * Laws: sure only where the text that was translated is the unit's but for white space, marks, and the form and targets of links; each text is a unit's or left; the order of articles and messages changes nothing that is sure.
 *
 * @param file for people
 */
export function adopt(articles: readonly AdoptingArticle[], texts: readonly ForeignText[], file: string): Adopted {
  const adoption = new Adoption(articles, texts)
  giveSameFits(adoption)
  giveJoinedFits(adoption)
  const articlesOf = articlesOfTexts(
    texts,
    articles.map(({ id }) => id),
    adoption.homes,
  )
  giveNearFits(adoption, textsByArticle(articlesOf))
  giveContainedFits(adoption)
  giveMovedFits(adoption, file)
  giveRewordedFits(adoption, articlesOf)
  const byArticle = new Map(articles.map(({ id, units }) => [id, units.flatMap((unit) => adopted(unit, adoption, file))]))
  const left = texts.filter((text) => !adoption.homes.has(text)).sort((a, b) => a.message.line - b.message.line)
  return { byArticle, left, stoodIn: keepersOf(articlesOf) }
}

function textsByArticle(articlesOf: ReadonlyMap<ForeignText, readonly ArticleId[]>): Map<ArticleId, ForeignText[]> {
  const pairs = [...articlesOf].flatMap(([text, ids]) => ids.map((id) => ({ id, text })))
  const byArticle = Map.groupBy(pairs, ({ id }) => id)
  return new Map([...byArticle].map(([id, list]) => [id, list.map(({ text }) => text)]))
}

/** One article for each text; for those of a page that is gone the one that the text before them stood in. */
function keepersOf(articlesOf: ReadonlyMap<ForeignText, readonly ArticleId[]>): Map<ForeignText, ArticleId> {
  let last = [...articlesOf.values()].flat().at(0)
  const keepers = new Map<ForeignText, ArticleId>()
  for (const [text, [first]] of articlesOf) {
    last = first ?? last
    if (last !== undefined) keepers.set(text, last)
  }
  return keepers
}

function giveSameFits(adoption: Adoption): void {
  const same = new SameTexts(adoption.texts)
  for (const place of adoption.open()) {
    const fit = same.fit(place.unit) ?? same.brokenFit(place.unit) ?? same.cutFit(place.unit)
    if (fit !== null) adoption.give(place, fit)
  }
}

function adopted(unit: Unit, { fits }: Adoption, file: string): AdoptedText[] {
  const fit: Fit | undefined = fits.get(unit)
  if (fit === undefined || fit.text.trim() === '') return []
  const { texts, text, doubt, previous } = fit
  const comments = [...new Set(texts.flatMap(({ message }) => message.comments))]
  return [{ unit, text, doubt, previous, comments, from: `${file}:${texts[0]?.message.line ?? 1}`, texts }]
}
