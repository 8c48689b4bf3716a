import type { Key } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import { type Addresses, isOfSearchIndex } from '../render/addresses.ts'
import type { FedEdition } from '../render/feed-lists.ts'
import type { BuildLog } from './build-log.ts'
import { newsOf } from './index-inputs.ts'
import type { Ledger } from './ledger.ts'
import type { Press } from './press.ts'

/**
 * Whether what isn't made stays: the pages of editions that are as they were, or held back, and what they need; what points at articles, where nothing
 * about these has changed. A filtered publish drops nothing.
 */
export function keeps(press: Press, ledger: Ledger, made: BuildLog['kept']): (entry: Entry) => boolean {
  const { filtered } = press.room.wanted
  const stale = ledger.staleIndexes()
  const needed = ledger.quiet ? asBefore(press, ledger) : byRecords(press, ledger)
  return ({ key, kind }) => {
    if (filtered) return true
    if (isOfSearchIndex(key)) return made.has(key)
    const [locale = ''] = key.split('/', 1)
    switch (kind) {
      case 'page':
        return needed.page(key, locale)
      case 'asset':
        return needed.asset(key)
      case 'redirect':
        return !stale.has('site')
      case 'index':
        return isFeed.test(key) ? needed.feed(key) : made.has(key) || !stale.has(indexOf(key, locale, needed.locales))
    }
  }
}

/** What the editions of this release need of what is published. */
interface Needed {
  /** Those that have lists of their own. */
  readonly locales: ReadonlySet<string>
  page(key: Key, locale: string): boolean
  asset(key: Key): boolean
  feed(key: Key): boolean
}

/** Only pages have changed, and none has come or gone. */
function asBefore({ room }: Press, ledger: Ledger): Needed {
  const left = ledger.leftAssets()
  return {
    locales: new Set(room.site.locales.map(({ tag }) => tag)),
    page: () => true,
    asset: (key) => !left.has(key),
    feed: () => true,
  }
}

function byRecords({ room, to }: Press, ledger: Ledger): Needed {
  const editions = ledger.editions()
  // Thousands of editions that were read from a manifest share a few lists.
  const lists = new Set(editions.map(({ assets }) => assets))
  const assets = new Set([...lists].flat())
  const pages = new Map<string, ReadonlySet<Key>>()
  const pagesOf = (wanted: string): ReadonlySet<Key> => {
    const known = pages.get(wanted)
    if (known !== undefined) return known
    const own = editions.filter(({ locale }) => locale === wanted)
    const keys = pageKeys(room.site, to, own)
    pages.set(wanted, keys)
    return keys
  }
  let feeds: ReadonlySet<Key> | null = null
  return {
    locales: new Set(editions.map(({ locale }) => locale)),
    page: (key, locale) => pagesOf(locale).has(key),
    asset: (key) => assets.has(key),
    feed(key) {
      feeds ??= feedKeys(to, ledger)
      return feeds.has(key)
    },
  }
}

function pageKeys({ llms }: Site, to: Addresses, editions: readonly FedEdition[]): ReadonlySet<Key> {
  return new Set(editions.flatMap((edition) => [to.article(edition).key, ...(llms ? [to.twin(edition).key] : [])]))
}

const isFeed = /(?:^|\/)(?:feed\.xml|rss\.xml|feed\.json)$/

function feedKeys(to: Addresses, ledger: Ledger): ReadonlySet<Key> {
  const addresses = [...ledger.feeds()].flatMap(({ locale, tag }) => Object.values(to.feeds(locale, tag)))
  return new Set(addresses.map(({ key }) => key))
}

/** Which of the ledger's indexes an object belongs to. */
function indexOf(key: Key, locale: string, locales: ReadonlySet<string>): string {
  if (!locales.has(locale)) return 'site'
  return key === `${locale}/news-sitemap.xml` ? newsOf(locale) : locale
}
