import type { Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'

/** How much of a catalog is about these units, from 0 to 1: messages whose context and text are a unit's, of all live ones. Slugs tell nothing, and one message alone doesn't either. */
export function shareOf(catalog: Catalog, units: readonly Unit[]): number {
  const texts = new Set(units.map((unit) => catalogKey(unit.context, unit.text)))
  return shareThat(telling(catalog), ({ context, id }) => texts.has(catalogKey(context, id)))
}

/**
 * What `shareOf` can be at most, by the words of an article's file: many files are passed over without being parsed.
 *
 * Words of a body stand in its file as they are. Front matter may be written in other ways, and a link's address stand elsewhere: they count.
 */
export function shareAtMost(catalog: Catalog): (words: ReadonlySet<string>) => number {
  const texts = telling(catalog).map(({ context, id }) => (context !== null || id.includes('](') ? new Set<string>() : wordsOf(id)))
  return (words) => shareThat(texts, (own) => own.isSubsetOf(words))
}

export function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu))
}

function telling({ messages }: Catalog): Message[] {
  return messages.filter(({ obsolete, context }) => !obsolete && context !== 'slug')
}

function shareThat<One>(all: readonly One[], isSo: (one: One) => boolean): number {
  return all.length < 2 ? 0 : all.filter(isSo).length / all.length
}
