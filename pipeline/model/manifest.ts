import type { ArticleId } from './article.ts'
import type { ArticleRecord } from './article-record.ts'
import type { Key, StagedArtifact } from './artifact.ts'
import type { Digest } from './digest.ts'

/** One published object. */
export interface Entry extends StagedArtifact {
  /** As the store returned it, quotes included. */
  readonly etag: string
}

export type Articles = ReadonlyMap<ArticleId, ArticleRecord>

/** By locale, by the news of a locale, `feeds` for what all feeds have in common, and `site` for what belongs to none. */
export type IndexInputs = Readonly<Record<string, Digest>>

/** What a publish learnt of what it made, so that the next one need make only what has changed. */
export interface Made {
  /** Of everything; null where the next one must look, whatever it finds there: an error was told, or something was left aside. */
  readonly inputs: Digest | null
  /** When something of it changes by the clock alone: an article's date comes, or it is no news any more. ISO 8601, UTC; null where nothing does. */
  readonly due: string | null
  /** Of what indexes, news and sitemaps were made from. */
  readonly indexes: IndexInputs
  readonly articles: Articles
}

export const nothingMade: Made = { inputs: null, due: null, indexes: {}, articles: new Map() }

/** Of the format in which a manifest is written; another one isn't read. */
export const manifestVersion = 3 as const

/** What a store holds, whole: one release. */
export interface Manifest {
  readonly version: typeof manifestVersion
  /** Null before the first release. */
  readonly release: string | null
  readonly previous: string | null
  /** Of the site's git repository; null without one. */
  readonly commit: string | null
  /** ISO 8601, UTC. */
  readonly time: string | null
  readonly entries: ReadonlyMap<Key, Entry>
  readonly made: Made
}

export const nothingPublished: Manifest = {
  version: manifestVersion,
  release: null,
  previous: null,
  commit: null,
  time: null,
  entries: new Map(),
  made: nothingMade,
}
