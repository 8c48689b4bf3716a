import type { Key } from '../../model/artifact.ts'
import { type FeedFacts, readJsonFeed, readXmlFeed } from './read-feed.ts'
import type { SiteFacts, SiteHit, SitePage } from './site-facts.ts'
import { xmlKind } from './xml-kind.ts'

/** Feeds that readers' programs can't parse, or that list anything but published editions of their language, the newest. */
export function feedHits(facts: SiteFacts): SiteHit[] {
  return [...facts.texts].flatMap(([key, text]) => {
    const read = readFeed(key, text)
    if (typeof read === 'string') return [hit(key, `Unexpected text that no program can read: ${read}`)]
    return read === null ? [] : [...entryHits(key, read, facts), ...ownHits(key, read, facts)]
  })
}

/** Null for what is no feed; what is wrong with one that can't be parsed. */
function readFeed(key: Key, text: string): FeedFacts | string | null {
  if (xmlKind(text) === 'feed') return readXmlFeed(text)
  if (!key.endsWith('.json')) return null
  try {
    return readJsonFeed(text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function ownHits(key: Key, { language, self }: FeedFacts, { to, locales }: SiteFacts): SiteHit[] {
  const hits: SiteHit[] = []
  const locale = localeOf(key, locales)
  const url = to.urlOf(key)
  if (self !== url)
    hits.push(hit(key, `Unexpected address ${self === null ? 'of no kind' : `\`${self}\``} of the feed, expected \`${url}\``))
  if (locale !== null && language?.toLowerCase() !== locale.toLowerCase())
    hits.push(hit(key, `Unexpected language ${language === null ? 'of no kind' : `\`${language}\``} of the feed, expected \`${locale}\``))
  return hits
}

function entryHits(key: Key, { entries }: FeedFacts, { to, pages, locales, latest }: SiteFacts): SiteHit[] {
  const locale = localeOf(key, locales)
  const listed = new Set<Key>()
  const hits: SiteHit[] = []
  for (const { url, title } of entries) {
    const target = to.resolve(url, key)?.key
    const edition = target === undefined ? undefined : pages.get(target)?.edition
    if (target === undefined || edition == null || !edition.indexable || (locale !== null && edition.locale !== locale))
      hits.push(
        hit(key, `Unexpected entry “${title}” (\`${url}\`), expected a published edition${locale === null ? '' : ` in \`${locale}\``}`),
      )
    else if (listed.has(target)) hits.push(hit(key, `Unexpected second entry of \`${url}\``))
    else listed.add(target)
  }
  return [...hits, ...missing(key, listed, { pages, locale, latest })]
}

/** A feed of a whole language lists its newest editions: as many as it has room for. */
function missing(
  key: Key,
  listed: ReadonlySet<Key>,
  { pages, locale, latest }: Pick<SiteFacts, 'pages' | 'latest'> & { readonly locale: string | null },
): SiteHit[] {
  if (locale === null || key.split('/').length !== 2) return []
  const all = [...pages.values()].filter(({ edition }) => edition?.locale === locale && edition.indexable)
  const room = Math.max(listed.size, Math.min(all.length, latest))
  const newest = all.sort((one, other) => (dateOf(one) > dateOf(other) ? -1 : 1)).slice(0, room)
  const oldest = newest.at(-1)
  // Of editions of one instant any may be the last that there is room for.
  const lacking = newest.filter(
    (page) => !listed.has(page.key) && (oldest === undefined || dateOf(page) > dateOf(oldest) || all.length === room),
  )
  return lacking.map((page) =>
    hit(key, `Unexpected lack of ${page.key}, expected an entry for each of the newest editions in \`${locale}\``),
  )
}

function dateOf({ edition }: SitePage): string {
  return edition?.date ?? ''
}

function localeOf(key: Key, locales: SiteFacts['locales']): string | null {
  const first = key.split('/', 1)[0]
  return locales.find((locale) => locale === first) ?? null
}

function hit(key: Key, message: string): SiteHit {
  return { seen: [key], hit: { rule: 'feed-entries', message: `${message} (${key})`, evidence: { part: 'head' } } }
}
