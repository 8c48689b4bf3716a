import type { ArticleId } from './article.ts'
import type { ArticleRecord } from './article-record.ts'
import type { Key, StagedArtifact } from './artifact.ts'

/** One published object. */
export interface Entry extends StagedArtifact {
  /** As the store returned it, quotes included. */
  readonly etag: string
}

export type Articles = ReadonlyMap<ArticleId, ArticleRecord>

/** What a store holds, whole: one release. */
export interface Manifest {
  /** Of this format. */
  readonly version: 1
  /** Null before the first release. */
  readonly release: string | null
  readonly previous: string | null
  /** Of the site's git repository; null without one. */
  readonly commit: string | null
  /** ISO 8601, UTC. */
  readonly time: string | null
  readonly entries: ReadonlyMap<Key, Entry>
  /** Of the articles that they were made from. */
  readonly articles: Articles
}

export const nothingPublished: Manifest = {
  version: 1,
  release: null,
  previous: null,
  commit: null,
  time: null,
  entries: new Map(),
  articles: new Map(),
}
