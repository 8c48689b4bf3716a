import type { Card } from '../model/edition.ts'
import type { Address, Addresses } from './addresses.ts'
import { type Editions, indexable } from './alternates.ts'
import { homeAlternates } from './homes.ts'
import { html } from './html.ts'
import type { Alternate, SiteView } from './page-view.ts'

export interface SitemapFile {
  readonly address: Address
  /** XML in ASCII: as bytes, since a large site's is tens of megabytes. */
  readonly body: Uint8Array
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
  articles: Iterable<Editions<Card>>,
  site: SiteView,
  to: Addresses,
  { lists = [], urls = limits.urls, bytes = limits.bytes }: SitemapOptions = {},
): SitemapFile[] {
  const parts: Uint8Array[] = []
  let part: string[] = []
  let size = shellSize
  for (const entry of entries(articles, [homeAlternates(site, to), ...lists])) {
    if (part.length === urls || size + entry.length > bytes) {
      parts.push(urlset(part, size))
      part = []
      size = shellSize
    }
    part.push(entry)
    size += entry.length
  }
  if (parts.length === 0) return [{ address: to.sitemap(), body: urlset(part, size) }]
  const files = [...parts, urlset(part, size)].map((body, index) => ({ address: to.sitemap(index + 1), body }))
  return [{ address: to.sitemap(), body: sitemapIndex(files) }, ...files]
}

/** Addresses are percent-encoded, so an entry's length is its bytes. */
function* entries(articles: Iterable<Editions<Card>>, lists: Iterable<readonly Alternate[]>): Generator<string> {
  for (const alternates of lists) {
    const shared = links(alternates)
    for (const href of new Set(alternates.map(({ href }) => href))) yield entry(href, null, shared)
  }
  for (const { cards, alternates } of articles) {
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

/** @param size bytes in all */
function urlset(part: readonly string[], size: number): Uint8Array {
  const body = new Uint8Array(size)
  let at = 0
  for (const text of [start, ...part, end]) at += encoder.encodeInto(text, body.subarray(at)).written
  if (at !== size) throw new Error(`a sitemap has ${at} bytes where ${size} were counted`)
  return body
}

const encoder = new TextEncoder()

function sitemapIndex(files: readonly SitemapFile[]): Uint8Array {
  const each = files.map(({ address }) => `${html`<sitemap><loc>${address.url}</loc></sitemap>`}\n`)
  return encoder.encode(
    `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${each.join('')}</sitemapindex>\n`,
  )
}
