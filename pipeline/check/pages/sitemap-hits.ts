import type { Key } from '../../model/artifact.ts'
import type { PageAlternate } from './page-facts.ts'
import { readSitemap, type SitemapEntry } from './read-sitemap.ts'
import type { SiteFacts, SiteHit, SitePage } from './site-facts.ts'
import { xmlKind } from './xml-kind.ts'

/** Sitemaps must list every edition that search engines may find, once, with its editions as its page has them, and nothing that they may not. */
export function sitemapHits(facts: SiteFacts): SiteHit[] {
  const listed = new Map<Key, Key>()
  const hits: SiteHit[] = []
  let first: Key | null = null
  for (const [key, text] of facts.texts) {
    if (xmlKind(text) !== 'sitemap') continue
    const sitemap = readSitemap(text)
    if (typeof sitemap === 'string') hits.push(hit(key, `Unexpected text that no program can read: ${sitemap}`))
    if (sitemap === null || typeof sitemap === 'string') continue
    if (sitemap.kind === 'sitemapindex') hits.push(...partHits(key, sitemap.entries, facts))
    else if (sitemap.entries.some(({ news }) => news !== null)) hits.push(...newsHits(key, sitemap.entries, facts))
    else {
      first ??= key
      hits.push(...entryHits(key, sitemap.entries, listed, facts))
    }
  }
  return [...hits, ...(first === null ? [] : missing(first, listed, facts))]
}

function partHits(key: Key, entries: readonly SitemapEntry[], { to, objects }: SiteFacts): SiteHit[] {
  return entries.flatMap(({ url }) => {
    const part = to.resolve(url, key)?.key
    return part !== undefined && objects.has(part) ? [] : [hit(key, `Unexpected part \`${url}\`: nothing is published there`)]
  })
}

function entryHits(key: Key, entries: readonly SitemapEntry[], listed: Map<Key, Key>, facts: SiteFacts): SiteHit[] {
  return entries.flatMap(({ url, alternates }) => {
    const page = facts.byUrl.get(url)
    if (page === undefined || page.noindex || page.redirects)
      return [hit(key, `Unexpected entry \`${url}\`, expected the address of a page that search engines may find`)]
    if (page.canonical !== null && page.canonical !== url)
      return [hit(key, `Unexpected entry \`${url}\`, expected the page's canonical address \`${page.canonical}\``)]
    if (listed.has(page.key)) return [hit(key, `Unexpected second entry of \`${url}\``)]
    listed.set(page.key, key)
    if (sameAlternates(alternates, page.alternates)) return []
    return [
      hit(
        key,
        `Unexpected editions of \`${url}\`, expected those that the page lists (${page.alternates.length}, found ${alternates.length})`,
      ),
    ]
  })
}

function newsHits(key: Key, entries: readonly SitemapEntry[], { to, pages }: SiteFacts): SiteHit[] {
  return entries.flatMap(({ url, news }) => {
    const target = to.resolve(url, key)?.key
    const edition = target === undefined ? null : (pages.get(target)?.edition ?? null)
    if (edition === null || !edition.indexable) return [hit(key, `Unexpected entry \`${url}\` of news, expected a published edition`)]
    if (news === null || languageOf(news) === languageOf(edition.locale)) return []
    return [hit(key, `Unexpected language \`${news}\` of \`${url}\`, expected \`${edition.locale}\``)]
  })
}

/** Google wants Chinese with its region, all others by their language. */
function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? ''
}

function missing(key: Key, listed: ReadonlyMap<Key, Key>, { pages }: SiteFacts): SiteHit[] {
  const lacks = ({ edition, key: own, noindex }: SitePage) => edition?.indexable === true && !noindex && !listed.has(own)
  return [...pages.values()]
    .filter(lacks)
    .map((page) => hit(key, `Unexpected lack of \`${page.url}\`, expected an entry for each published edition`))
}

function sameAlternates(one: readonly PageAlternate[], other: readonly PageAlternate[]): boolean {
  return (
    one.length === other.length && one.every(({ hreflang, href }) => other.some((its) => its.hreflang === hreflang && its.href === href))
  )
}

function hit(key: Key, message: string): SiteHit {
  return { seen: [key], hit: { rule: 'sitemap-entries', message: `${message} (${key})`, evidence: { part: 'head' } } }
}
