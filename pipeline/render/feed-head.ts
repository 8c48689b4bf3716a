import type { Locale } from '../model/locale.ts'

/** What a feed says of itself; every text can stand in XML. */
export interface FeedHead {
  readonly title: string
  readonly locale: Locale
  /** The page that lists the same, absolute; it is the feed's id too. */
  readonly home: string
  /** Absolute. */
  readonly files: Readonly<Record<FeedFormat, string>>
  readonly publisher: { readonly name: string; readonly url: string }
  /** A WebSub hub, which tells subscribers at once; null without one. */
  readonly hub: string | null
  /** Of its newest entry: a feed has no time of its own. */
  readonly updated: Date
}

export type FeedFormat = 'atom' | 'rss' | 'json'
