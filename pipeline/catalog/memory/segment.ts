import type { ArticleId } from '../../model/article.ts'
import type { Catalog } from '../../model/catalog.ts'
import { isCurrent } from '../message-state.ts'

/** A finished translation, as a translation memory keeps it. */
export interface Segment {
  readonly source: string
  readonly target: string
  /** Of its message: `title`, null in the body. */
  readonly context: string | null
  readonly article: ArticleId
}

/** One of a near text. */
export interface CloseSegment extends Segment {
  /** From 0 to 1. */
  readonly likeness: number
}

/**
 * What a catalog can teach the others.
 *
 * Nothing fuzzy, so no suggestion feeds another one; obsolete translations too, for dropping a text is no judgement on its words. No slugs, which are names, and no plurals, which articles don't have.
 *
 * Law: the same before and after `syncCatalog`, without `prune`.
 */
export function segmentsOf({ messages }: Catalog, article: ArticleId): Segment[] {
  return messages
    .filter((message) => isCurrent(message) && message.idPlural === null && message.context !== 'slug')
    .map(({ id, strings, context }) => ({ source: id, target: strings[0] ?? '', context, article }))
}
