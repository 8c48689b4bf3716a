import type { PageAlternate } from './page-facts.ts'
import { readXml } from './read-xml.ts'

export interface SitemapFacts {
  readonly kind: 'urlset' | 'sitemapindex'
  readonly entries: readonly SitemapEntry[]
}

export interface SitemapEntry {
  readonly url: string
  readonly alternates: readonly PageAlternate[]
  /** Of a news sitemap's entry: the language that it says; null in all others. */
  readonly news: string | null
}

/** @returns null for XML that is no sitemap; why it can't be read where it isn't well-formed */
export function readSitemap(xml: string): SitemapFacts | string | null {
  const read = readXml(xml, () => new SitemapReader())
  return typeof read === 'string' ? read : read.facts()
}

interface Draft {
  url: string
  readonly alternates: PageAlternate[]
  news: string | null
}

class SitemapReader {
  #root: string | null = null
  #entry: Draft | null = null
  #text = ''
  readonly #entries: Draft[] = []

  facts(): SitemapFacts | null {
    if (this.#root !== 'urlset' && this.#root !== 'sitemapindex') return null
    return { kind: this.#root, entries: this.#entries }
  }

  onopentag(name: string, { hreflang = '', href = '' }: Readonly<Record<string, string>>): void {
    this.#root ??= name
    this.#text = ''
    if (name === 'url' || name === 'sitemap') this.#entry = { url: '', alternates: [], news: null }
    if (name === 'xhtml:link') this.#entry?.alternates.push({ hreflang, href })
    if (name === 'news:news' && this.#entry !== null) this.#entry.news = ''
  }

  ontext(text: string): void {
    this.#text += text
  }

  onclosetag(name: string): void {
    const entry = this.#entry
    if (entry === null) return
    if (name === 'loc') entry.url = this.#text.trim()
    if (name === 'news:language') entry.news = this.#text.trim()
    if (name === 'url' || name === 'sitemap') {
      this.#entries.push(entry)
      this.#entry = null
    }
    this.#text = ''
  }
}
