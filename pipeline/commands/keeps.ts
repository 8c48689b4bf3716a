import type { Key } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import { type Addresses, isOfSearchIndex } from '../render/addresses.ts'
import type { FedEdition } from '../render/feed-lists.ts'
import type { BuildLog } from './build-log.ts'
import { type Ledger, newsOf } from './ledger.ts'
import type { Press } from './press.ts'

/**
 * Whether what isn't made stays: the pages of editions that are as they were, or held back, and what they need; what points at articles, where nothing
 * about these has changed. A filtered publish drops nothing.
 */
export function keeps({ room, to }: Press, ledger: Ledger, made: BuildLog['kept']): (entry: Entry) => boolean {
  const stale = ledger.staleIndexes()
  if (ledger.quiet) return keepsQuietly(room.site, ledger, made)
  const editions = ledger.editions()
  const locales = new Set<string>(editions.map(({ locale }) => locale))
  // Thousands of editions that were read from a manifest share a few lists.
  const lists = new Set(editions.map((edition) => edition.assets))
  const assets = new Set([...lists].flat())
  const pages = new Map<string, ReadonlySet<Key>>()
  const pagesOf = (locale: string): ReadonlySet<Key> => {
    const known =
      pages.get(locale) ??
      pageKeys(
        room.site,
        to,
        editions.filter((edition) => edition.locale === locale),
      )
    pages.set(locale, known)
    return known
  }
  let feeds: ReadonlySet<Key> | null = null
  return ({ key, kind }) => {
    if (room.wanted.filtered) return true
    if (isOfSearchIndex(key)) return made.has(key)
    const [locale = ''] = key.split('/', 1)
    switch (kind) {
      case 'page':
        return pagesOf(locale).has(key)
      case 'asset':
        return assets.has(key)
      case 'redirect':
        return !stale.has('site')
      case 'index':
        if (isFeed.test(key)) {
          feeds ??= feedKeys(to, ledger)
          return feeds.has(key)
        }
        return made.has(key) || !stale.has(indexOf(key, locale, locales))
    }
  }
}

/** Only pages have changed: all others stay, as does what they need, and the lists but for news. */
function keepsQuietly(site: Site, ledger: Ledger, made: BuildLog['kept']): (entry: Entry) => boolean {
  const stale = ledger.staleIndexes()
  const locales = new Set<string>(site.locales.map(({ tag }) => tag))
  const left = ledger.leftAssets()
  return ({ key, kind }) => {
    if (kind === 'asset') return !left.has(key)
    if (isOfSearchIndex(key)) return made.has(key)
    if (kind !== 'index' || isFeed.test(key)) return true
    const [locale = ''] = key.split('/', 1)
    return made.has(key) || !stale.has(indexOf(key, locale, locales))
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
