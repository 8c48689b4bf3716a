import type { ArticleId } from '../model/article.ts'
import type { Card } from '../model/edition.ts'
import type { Address, Addresses } from './addresses.ts'
import { type Editions, indexable } from './alternates.ts'
import { homeAlternates } from './homes.ts'
import { html } from './html.ts'
import type { Alternate, SiteView } from './view.ts'

export interface SitemapFile {
  readonly address: Address
  readonly xml: string
}

export interface SitemapOptions extends Partial<typeof limits> {
  /** The first pages of each list, one a locale. */
  readonly lists?: Iterable<readonly Alternate[]>
}

/** Of one file, as sitemaps.org has it. */
const limits = { urls: 50_000, bytes: 50 * 1024 * 1024 }

/**
 * The site's pages for search engines, each with all its editions; where they exceed one file's limits, an index and its parts.
 *
 * Written here because the parts of an entry that all editions share are written once: 20,000 addresses × 10 alternates take a tenth of
 * the time of the `sitemap` package, whose parser judges the result in the tests.
 */
export function sitemap(
  table: ReadonlyMap<ArticleId, Editions<Card>>,
  site: SiteView,
  to: Addresses,
  { lists = [], urls = limits.urls, bytes = limits.bytes }: SitemapOptions = {},
): SitemapFile[] {
  const parts: string[][] = [[]]
  let part = parts[0] as string[]
  let size = shellSize
  for (const entry of entries(table, [homeAlternates(site, to), ...lists])) {
    if (part.length === urls || size + entry.length > bytes) {
      part = []
      parts.push(part)
      size = shellSize
    }
    part.push(entry)
    size += entry.length
  }
  if (parts.length === 1) return [{ address: to.sitemap(), xml: urlset(part) }]
  const files = parts.map((each, index) => ({ address: to.sitemap(index + 1), xml: urlset(each) }))
  return [{ address: to.sitemap(), xml: sitemapIndex(files) }, ...files]
}

/** Addresses are percent-encoded, so an entry's length is its bytes. */
function* entries(table: ReadonlyMap<ArticleId, Editions<Card>>, lists: Iterable<readonly Alternate[]>): Generator<string> {
  for (const alternates of lists) {
    const shared = links(alternates)
    for (const href of new Set(alternates.map(({ href }) => href))) yield entry(href, null, shared)
  }
  for (const article of [...table.keys()].sort()) {
    const { cards, alternates } = table.get(article) as Editions<Card>
    const shared = links(alternates)
    for (const { card, address } of cards.values()) {
      if (indexable(card)) yield entry(address.url, card.updated ?? card.date, shared)
    }
  }
}

function links(alternates: readonly Alternate[]): string {
  return alternates.map(({ hreflang, href }) => html`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`).join('')
}

function entry(url: string, lastModified: string | null, shared: string): string {
  return `${html`<url><loc>${url}</loc>${lastModified && html`<lastmod>${lastModified}</lastmod>`}`}${shared}</url>\n`
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const start = `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
const end = '</urlset>\n'
const shellSize = start.length + end.length

function urlset(part: readonly string[]): string {
  return start + part.join('') + end
}

function sitemapIndex(files: readonly SitemapFile[]): string {
  const each = files.map(({ address }) => `${html`<sitemap><loc>${address.url}</loc></sitemap>`}\n`)
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${each.join('')}</sitemapindex>\n`
}
