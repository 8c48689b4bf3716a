import type { Card, Pointer } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { indexable } from './alternates.ts'
import { nameSlug } from './name-slug.ts'
import { insertNewest } from './newest-first.ts'

/** What decides in which feeds an edition stands. */
export type FedEdition = Pointer & Pick<Card, 'date' | 'tags'>

/** A feed of a locale, or of one of its tags, and the editions that it holds. */
export interface FeedList<Edition extends FedEdition> {
  readonly name: FeedName
  readonly locale: Locale
  /** Of several ways to write it the first by code point. */
  readonly tag: string | null
  /** Newest first. An edition that shows the source's words is in none: it is the source edition once more. */
  readonly editions: readonly Edition[]
  /** When the newest edition of all came out, those that aren't in it included: the date of a feed that is empty. ISO 8601, UTC. */
  readonly newest: string
}

/** The locale, and the slug of the tag where it is a tag's. */
export type FeedName = `${Locale} ${string}`

/** The feeds that an edition stands in, if it is new enough, each with the tag as the edition writes it. */
type FeedsOf = (edition: Pick<FedEdition, 'locale' | 'tags'>) => ReadonlyMap<FeedName, string | null>

export function feedsOf({ latestOfTag }: Site['feeds']): FeedsOf {
  const slugs = new Map<string, string>()
  return ({ locale, tags }) => {
    const feeds = new Map<FeedName, string | null>([[`${locale} `, null]])
    for (const tag of latestOfTag === 0 ? [] : tags) {
      const slug = slugs.get(tag) ?? nameSlug(tag)
      slugs.set(tag, slug)
      feeds.set(`${locale} ${slug}`, tag)
    }
    return feeds
  }
}

/**
 * The feeds of a site, from its editions.
 *
 * Law: in whatever order they come, a feed holds its newest ones.
 */
export class FeedLists<Edition extends FedEdition> {
  readonly #limits: Site['feeds']
  readonly #only: ReadonlySet<FeedName> | null
  readonly #feedsOf: FeedsOf
  readonly #lists = new Map<FeedName, Filling<Edition>>()

  /** @param only the feeds to fill; null for all */
  constructor(limits: Site['feeds'], only: ReadonlySet<FeedName> | null = null) {
    this.#limits = limits
    this.#only = only
    this.#feedsOf = feedsOf(limits)
  }

  /** @returns whether a feed holds it now */
  add(edition: Edition): boolean {
    let held = false
    for (const [name, tag] of this.#feedsOf(edition)) {
      if (this.#only?.has(name) !== false && this.#addTo(name, tag, edition)) held = true
    }
    return held
  }

  get(name: FeedName): FeedList<Edition> | undefined {
    return this.#lists.get(name)
  }

  all(): Iterable<FeedList<Edition>> {
    return this.#lists.values()
  }

  #addTo(name: FeedName, tag: string | null, edition: Edition): boolean {
    const { locale, date } = edition
    const list = this.#lists.get(name) ?? { name, locale, tag, editions: [], newest: date }
    this.#lists.set(name, list)
    if (date > list.newest) list.newest = date
    if (tag !== null && list.tag !== null && tag < list.tag) list.tag = tag
    if (!indexable(edition)) return false
    return insertNewest(list.editions, edition, tag === null ? this.#limits.latest : this.#limits.latestOfTag) !== edition
  }
}

interface Filling<Edition extends FedEdition> extends FeedList<Edition> {
  tag: string | null
  readonly editions: Edition[]
  newest: string
}
