import type { Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import { Failure } from '../model/failure.ts'
import { parseKey } from '../model/key.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import type { FeedFormat } from './feed-head.ts'
import { nameSlug } from './name-slug.ts'

/** Where one thing stands. */
export interface Address {
  readonly key: Key
  /** Root-relative, with the base path of the site, percent-encoded; a page's ends with `/`. */
  readonly path: string
  /** Absolute. */
  readonly url: string
}

/** One function a kind of thing. Each throws a `Failure` `unsafe-address` for a name that would leave its folder. */
export interface Addresses {
  article(card: Pick<Card, 'article' | 'locale' | 'slug'>): Address
  /** @param page from 1 */
  index(locale: Locale, page?: number): Address
  /** Of all editions in a locale with this tag. @param page from 1 */
  tag(locale: Locale, tag: string, page?: number): Address
  /** Of all editions in a locale by this author. @param page from 1 */
  author(locale: Locale, name: string, page?: number): Address
  /** Of the same edition in Markdown. */
  twin(card: Pick<Card, 'article' | 'locale' | 'slug'>): Address
  /** Of a locale, or of one of its tags. */
  feeds(locale: Locale, tag: string | null): Readonly<Record<FeedFormat, Address>>
  chooser(): Address
  /** Of a locale, or of the whole site. */
  notFound(locale: Locale | null): Address
  /** The sitemap, or one part of it, from 1. */
  sitemap(part?: number): Address
  newsSitemap(locale: Locale): Address
  robots(): Address
  llms(): Address
  /** Of a locale's search page, or of a file of its index. */
  search(locale: Locale, file?: string): Address
  /** Of old addresses. */
  redirects(): Address
  /** Of a key that is published. */
  at(key: Key): Address
  /** @param name a file's name with its extension: `style.css` becomes `assets/style.<digest>.css` */
  asset(name: string, content: Digest): Address
}

/** The addresses of a site: the table in docs/architecture.md. */
export function addresses(site: Pick<Site, 'url'>): Addresses {
  const { origin, pathname } = new URL(site.url)
  const base = pathname.replace(/\/+$/, '')
  const at = (name: string): Address => {
    const key = parseKey(name)
    if (key === null) throw unsafe(name)
    const path = `${base}/${encodeKey(key.endsWith(indexFile) ? key.slice(0, -indexFile.length) : key)}`
    return { key, path, url: origin + path }
  }
  const first = new Map<string, Address>()
  /** Every page leads to the first pages of its tags and authors. */
  const list = (locale: Locale, kind: 'tag' | 'author', name: string, page = 1) => {
    if (page > 1) return at(listKey(`${locale}/${kind}/${nameSlug(name)}`, page))
    const said = `${locale}/${kind}/${name}`
    const address = first.get(said) ?? at(listKey(`${locale}/${kind}/${nameSlug(name)}`))
    first.set(said, address)
    return address
  }
  return {
    article: (card) => at(articleKey(card)),
    index: (locale, page) => at(listKey(`${locale}`, page)),
    tag: (locale, tag, page) => list(locale, 'tag', tag, page),
    author: (locale, name, page) => list(locale, 'author', name, page),
    twin: (card) => at(articleKey(card).replace(/html$/, 'md')),
    feeds(locale, tag) {
      const folder = tag === null ? locale : `${locale}/tag/${nameSlug(tag)}`
      return { atom: at(`${folder}/feed.xml`), rss: at(`${folder}/rss.xml`), json: at(`${folder}/feed.json`) }
    },
    chooser: () => at(indexFile),
    notFound: (locale) => at(locale === null ? '404.html' : `${locale}/404.html`),
    sitemap: (part) => at(part === undefined ? 'sitemap.xml' : `sitemap-${part}.xml`),
    newsSitemap: (locale) => at(`${locale}/news-sitemap.xml`),
    robots: () => at('robots.txt'),
    llms: () => at('llms.txt'),
    search: (locale, file) => at(file === undefined ? `${locale}/search.html` : `${locale}/${searchFolder}/${file}`),
    redirects: () => at('redirects.json'),
    at,
    asset: (name, content) => at(assetKey(name, content)),
  }
}

const indexFile = 'index.html'
/** Below a locale. An article's folder of this name has other files in it. */
const searchFolder = 'pagefind'

/** Whether a key is one of a search index. */
export function isOfSearchIndex(key: Key, locale?: string): boolean {
  const [first, second, third] = key.split('/')
  return second === searchFolder && third !== indexFile && !key.endsWith(`/${indexFile}`) && (locale === undefined || first === locale)
}

function listKey(folder: string, page = 1): string {
  return page === 1 ? `${folder}/${indexFile}` : `${folder}/page/${page}/${indexFile}`
}

function articleKey({ article, locale, slug }: Pick<Card, 'article' | 'locale' | 'slug'>): string {
  const folders = article.slice(0, article.lastIndexOf('/') + 1)
  return `${locale}/${folders
    .split('/')
    .slice(0, -1)
    .map((folder) => `${segment(folder)}/`)
    .join('')}${segment(slug)}/${indexFile}`
}

function assetKey(name: string, content: Digest): string {
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const end = `.${content.slice(0, 16)}${extension}`
  return `assets/${segment(shortened(stem.normalize('NFC'), longestName - Buffer.byteLength(end)) + end)}`
}

/** Bytes of UTF-8 that a name has on any disk. */
const longestName = 255

/** Whole characters of at most so many bytes. */
function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let [short, size] = ['', 0]
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    short += character
  }
  return short
}

/** NFC, so that one name is one key on every system. */
function segment(name: string): string {
  if (name.includes('/')) throw unsafe(name)
  return name.normalize('NFC')
}

function unsafe(name: string): Failure {
  return new Failure('unsafe-address', {
    exit: 1,
    what: `${JSON.stringify(name)} can't be an address.`,
    why: 'A slug, a folder or a file name is one segment: no slash, no control character, not empty, `.` or `..`; all together 1,024 bytes at most.',
    next: 'Change the slug, in the article or in its catalog.',
  })
}

/** Plain names, which most are, need no encoding. */
function encodeKey(key: string): string {
  return /^[\w./~-]*$/.test(key) ? key : key.split('/').map(encodeURIComponent).join('/')
}
