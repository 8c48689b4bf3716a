import type { ArticleId } from '../../model/article.ts'
import type { Key } from '../../model/artifact.ts'
import type { Locale } from '../../model/locale.ts'
import type { PageAlternate } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'
import type { SiteAddresses } from './site-address.ts'

/** What is wrong with a page, or with another object, among all others. */
export interface SiteHit {
  /** Where it was seen, the first of them. */
  readonly seen: readonly [Key, ...Key[]]
  readonly hit: PageHit
}

/** What all pages together are judged by. */
export interface SiteFacts {
  readonly to: SiteAddresses
  readonly locales: readonly Locale[]
  /** Entries that a language's feed has room for. */
  readonly latest: number
  /** Everything that is published. */
  readonly objects: ReadonlySet<Key>
  readonly pages: ReadonlyMap<Key, SitePage>
  /** By their absolute addresses. */
  readonly byUrl: ReadonlyMap<string, SitePage>
  /** By target: a key, `#`, a fragment, a space, a language that the link promises. */
  readonly links: ReadonlyMap<string, SiteLink>
  /** Where a text names something, first. */
  readonly names: ReadonlyMap<string, Key>
  /** Feeds, sitemaps and all other texts for machines. */
  readonly texts: ReadonlyMap<Key, string>
}

/** What others need to know of a page. Plain JSON, cut loose from the page's text. */
export interface SitePage {
  readonly key: Key
  /** Absolute. */
  readonly url: string
  readonly lang: string | null
  /** Of its heading: that of the words, where they stand in for a translation. */
  readonly wordsLang: string | null
  readonly canonical: string | null
  readonly alternates: readonly PageAlternate[]
  readonly noindex: boolean
  /** It leads elsewhere by itself. */
  readonly redirects: boolean
  readonly title: string
  readonly description: string
  readonly ids: readonly string[]
  readonly edition: SiteEdition | null
}

/** A published edition that a page shows. */
export interface SiteEdition {
  readonly article: ArticleId
  readonly locale: Locale
  /** ISO 8601, UTC. */
  readonly date: string
  /** Search engines see it as a page of its own. */
  readonly indexable: boolean
}

export interface SiteLink {
  readonly key: Key
  readonly fragment: string
  readonly hreflang: string | null
  /** As it is written where it was first seen. */
  readonly address: string
  /** In its head, where no article writes. */
  readonly isClaim: boolean
  readonly seen: [Key, ...Key[]]
}

/** An edition that no reader may see yet. */
export interface Unpublished {
  readonly article: ArticleId
  readonly locale: Locale
  readonly title: string
  readonly key: Key
  readonly why: 'draft' | 'held'
}
