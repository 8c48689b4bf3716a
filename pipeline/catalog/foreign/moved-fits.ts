import type { ArticleId } from '../../model/article.ts'
import { translationMemory } from '../memory/translation-memory.ts'
import type { Adoption } from './adoption.ts'
import { oneLine } from './bare-text.ts'
import { otherFit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'

/** Where nothing but the words speaks for a pair: of what a book's catalogs give from 0.7 on, four in five are pairs of headings with one word in common. */
const LIKE = 0.75

/** Texts that were edited and stand in another article now: one to one, the most like first. */
export function giveMovedFits(adoption: Adoption, file: string): void {
  const bySource = new Map<string, ForeignText>()
  for (const text of adoption.homeless()) if (!bySource.has(oneLine(text.id))) bySource.set(oneLine(text.id), text)
  if (bySource.size === 0) return
  const memory = translationMemory(
    [...bySource].map(([source, { text, context }]) => ({ source, target: text, context, article: file as ArticleId })),
  )
  const pairs = adoption.open().flatMap((place) => memory.close(place.unit.text, LIKE).map((found) => ({ place, ...found })))
  const taken = new Set<string>()
  for (const { place, source } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    const text = bySource.get(source)
    if (text === undefined || taken.has(source) || adoption.fits.has(place.unit)) continue
    taken.add(source)
    adoption.give(place, otherFit([text], place.unit, 'another source', source, text.text))
  }
}
