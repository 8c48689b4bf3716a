import type { Key } from '../../model/artifact.ts'
import type { Locale } from '../../model/locale.ts'
import { doubleTitleHits } from './double-title-hits.ts'
import { feedHits } from './feed-hits.ts'
import { graphHits } from './graph-hits.ts'
import { leakHits } from './leak-hits.ts'
import { linkHits } from './link-hits.ts'
import type { PageFacts } from './page-facts.ts'
import { SiteAddresses } from './site-address.ts'
import type { SiteEdition, SiteHit, SiteLink, SitePage, Unpublished } from './site-facts.ts'
import { sitemapHits } from './sitemap-hits.ts'

/**
 * All pages of a site together, taken in one by one in any order: what one of them says of another is judged at the end.
 *
 * Holds a few hundred bytes a page, none of its text.
 */
export class SitePages {
  readonly #to: SiteAddresses
  readonly #locales: readonly Locale[]
  readonly #latest: number
  readonly #objects = new Set<Key>()
  readonly #pages = new Map<Key, SitePage>()
  readonly #links = new Map<string, SiteLink>()
  /** Addresses that lead to the same wherever they stand, as they are written, by the language that is promised; null for what isn't the site's. */
  readonly #written = new Map<string | null, Map<string, SiteLink | null>>()
  readonly #names = new Map<string, Key>()
  readonly #copies = new Map<string, string>()
  readonly #texts = new Map<Key, string>()

  /** @param latest entries that a language's feed has room for */
  constructor({ url, locales, latest }: { readonly url: string; readonly locales: readonly Locale[]; readonly latest: number }) {
    this.#to = new SiteAddresses(url)
    this.#locales = locales
    this.#latest = latest
  }

  get pages(): number {
    return this.#pages.size
  }

  /** @param edition that it shows; null for all other pages */
  page(key: Key, facts: PageFacts, edition: SiteEdition | null): void {
    this.#objects.add(key)
    this.#pages.set(key, {
      key,
      url: this.#to.urlOf(key),
      lang: facts.lang === null ? null : this.#kept(facts.lang),
      wordsLang: facts.headings.find(({ level }) => level === 1)?.lang ?? facts.lang,
      canonical: facts.canonicals[0] === undefined ? null : this.#kept(facts.canonicals[0]),
      alternates: facts.alternates.map(({ hreflang, href }) => ({ hreflang: this.#kept(hreflang), href: this.#kept(href) })),
      noindex: facts.noindex,
      redirects: facts.refresh !== null,
      title: this.#kept(facts.titles[0] ?? ''),
      description: this.#kept(facts.description ?? ''),
      ids: [...facts.ids].map((id) => this.#kept(id)),
      edition,
    })
    for (const { address, kind, hreflang } of facts.addresses) this.#link(key, address, { hreflang, isClaim: kind === 'claim' })
    if (facts.refresh !== null) this.#link(key, facts.refresh, { hreflang: null, isClaim: true })
    for (const data of facts.data)
      for (const address of absoluteAddresses(data)) this.#link(key, address, { hreflang: null, isClaim: true })
    for (const name of facts.names) if (!this.#names.has(name)) this.#names.set(this.#kept(name), key)
  }

  /** @param text of what isn't a page but read by machines; null of all else */
  object(key: Key, text: string | null): void {
    this.#objects.add(key)
    if (text === null) return
    if (key.endsWith('.css')) this.#styles(key, text)
    else this.#texts.set(key, text)
  }

  /** @param unpublished what no reader may see */
  hits(unpublished: readonly Unpublished[]): SiteHit[] {
    const facts = {
      to: this.#to,
      locales: this.#locales,
      latest: this.#latest,
      objects: this.#objects,
      pages: this.#pages,
      byUrl: new Map([...this.#pages.values()].map((page) => [page.url, page])),
      links: this.#links,
      names: this.#names,
      texts: this.#texts,
    }
    return [
      ...leakHits(facts, unpublished),
      ...linkHits(facts, new Set(unpublished.map(({ key }) => key))),
      ...graphHits(facts),
      ...doubleTitleHits(facts),
      ...feedHits(facts),
      ...sitemapHits(facts),
    ]
  }

  #link(from: Key, address: string, { hreflang, isClaim }: Pick<SiteLink, 'hreflang' | 'isClaim'>): void {
    const written = address.startsWith('/') || address.startsWith('http') ? this.#writtenFor(hreflang) : null
    let link = written?.get(address)
    if (link === undefined) {
      link = this.#resolved(from, address, { hreflang, isClaim })
      written?.set(this.#kept(address), link)
    }
    if (link !== null && link.seen.at(-1) !== from) link.seen.push(from)
  }

  #writtenFor(hreflang: string | null): Map<string, SiteLink | null> {
    const known = this.#written.get(hreflang)
    if (known !== undefined) return known
    const first = new Map<string, SiteLink | null>()
    this.#written.set(hreflang === null ? null : this.#kept(hreflang), first)
    return first
  }

  #resolved(from: Key, address: string, { hreflang, isClaim }: Pick<SiteLink, 'hreflang' | 'isClaim'>): SiteLink | null {
    const target = this.#to.resolve(address, from)
    if (target === null) return null
    const name = `${target.key}#${target.fragment} ${hreflang ?? ''}`
    const known = this.#links.get(name)
    if (known !== undefined) return known
    const key = this.#kept(target.key) as Key
    const fragment = this.#kept(target.fragment)
    const promised = hreflang === null ? null : this.#kept(hreflang)
    const link: SiteLink = { key, fragment, hreflang: promised, address: this.#kept(address), isClaim, seen: [from] }
    this.#links.set(this.#kept(name), link)
    return link
  }

  /** One copy of each text, which doesn't hold on to the page that it was cut from. */
  #kept(text: string): string {
    const known = this.#copies.get(text)
    if (known !== undefined) return known
    const copy = Buffer.from(text).toString()
    this.#copies.set(copy, copy)
    return copy
  }

  #styles(key: Key, text: string): void {
    for (const [, address = ''] of text.matchAll(/url\(\s*['"]?([^'")\s]+)/g))
      if (!address.startsWith('data:')) this.#link(key, address, { hreflang: null, isClaim: true })
  }
}

/** Texts of JSON that are addresses, each once: data say a page's own many times. */
function absoluteAddresses(json: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = json.indexOf('"http'); at >= 0; at = json.indexOf('"http', at + 1)) {
    const end = json.indexOf('"', at + 1)
    const address = end < 0 ? '' : json.slice(at + 1, end)
    if (absolute.test(address)) found.add(address)
  }
  return found
}

const absolute = /^https?:\/\/[^\\]+$/
