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
  readonly #objects = new Set<Key>()
  readonly #pages = new Map<Key, SitePage>()
  readonly #links = new Map<string, SiteLink>()
  readonly #names = new Map<string, Key>()
  readonly #texts = new Map<Key, string>()

  constructor({ url, locales }: { readonly url: string; readonly locales: readonly Locale[] }) {
    this.#to = new SiteAddresses(url)
    this.#locales = locales
  }

  get pages(): number {
    return this.#pages.size
  }

  /** @param edition that it shows; null for all other pages */
  page(key: Key, facts: PageFacts, edition: SiteEdition | null): void {
    this.#objects.add(key)
    const page: SitePage = {
      key,
      lang: facts.lang,
      canonical: facts.canonicals[0] ?? null,
      alternates: facts.alternates,
      noindex: facts.noindex,
      redirects: facts.refresh !== null,
      title: facts.titles[0] ?? '',
      description: facts.description ?? '',
      ids: [...facts.ids],
      edition,
    }
    this.#pages.set(key, detached(page))
    for (const { address, kind, hreflang } of facts.addresses) this.#link(key, address, { hreflang, isClaim: kind === 'claim' })
    if (facts.refresh !== null) this.#link(key, facts.refresh, { hreflang: null, isClaim: true })
    for (const data of facts.data)
      for (const [, address = ''] of data.matchAll(absoluteText)) this.#link(key, address, { hreflang: null, isClaim: true })
    for (const name of facts.names) if (!this.#names.has(name)) this.#names.set(detached(name), key)
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
      objects: this.#objects,
      pages: this.#pages,
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
    const target = this.#to.resolve(address, from)
    if (target === null) return
    const name = `${target.key}#${target.fragment} ${hreflang ?? ''}`
    const known = this.#links.get(name)
    if (known === undefined) this.#links.set(detached(name), { ...detached({ ...target, hreflang, address, isClaim }), seen: [from] })
    else if (known.seen.at(-1) !== from) known.seen.push(from)
  }

  #styles(key: Key, text: string): void {
    for (const [, address = ''] of text.matchAll(/url\(\s*['"]?([^'")\s]+)/g))
      if (!address.startsWith('data:')) this.#link(key, address, { hreflang: null, isClaim: true })
  }
}

const absoluteText = /"(https?:\/\/[^"\\]+)"/g

/** A copy that doesn't hold on to the page that its texts were cut from. */
function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
