import { readDate } from '../article/read-date.ts'
import type { ArticleId } from '../model/article.ts'
import type { Ledger } from './ledger.ts'
import { readText } from './load-article.ts'
import type { Newsroom } from './newsroom.ts'

export interface DatedArticle {
  readonly article: ArticleId
  /** ISO 8601, UTC; empty where it isn't known. */
  readonly date: string
}

/**
 * The articles of a run, and in one that is filtered all that are published, from the oldest to the newest; those of one instant by their ids.
 *
 * Of what has changed since the last publish, the beginnings are read.
 *
 * @throws {Failure} `disk-failed`
 */
export function chronological(room: Newsroom, ledger: Ledger | null): DatedArticle[] {
  const aside = room.wanted.filtered ? [...(ledger?.before.keys() ?? [])] : []
  const ids = new Set([...room.files.articles.map(({ id }) => id).filter((id) => room.wanted.articles.has(id)), ...aside])
  return [...ids].map((article) => ({ article, date: dateOf(room, ledger, article) })).sort(byDate)
}

/** As it stands among the others; empty where it isn't known. */
export function dateOf(room: Newsroom, ledger: Ledger | null, id: ArticleId): string {
  const before = ledger?.before.get(id)?.date ?? ''
  const file = room.articles.get(id)
  if (file === undefined || !room.wanted.articles.has(id) || ledger?.unchanged(id)) return before
  const read = readText(room.root, file.path, room.unsaved)
  return (read.kind === 'read' ? readDate(read.source, room.site)?.toISOString() : null) ?? before
}

export function byDate(one: DatedArticle, other: DatedArticle): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1
  return one.article < other.article ? -1 : 1
}
