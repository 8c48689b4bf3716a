import { readXml } from './read-xml.ts'

/** What a feed says; Atom, RSS 2.0 and JSON Feed alike. */
export interface FeedFacts {
  readonly language: string | null
  /** Its own address. */
  readonly self: string | null
  readonly entries: readonly { readonly url: string; readonly title: string }[]
}

/** @returns null for XML that is no feed; why it can't be read where it isn't well-formed */
export function readXmlFeed(xml: string): FeedFacts | string | null {
  const read = readXml(xml, () => new FeedReader())
  return typeof read === 'string' ? read : read.facts()
}

/** @returns null for JSON that is no feed @throws {SyntaxError} */
export function readJsonFeed(json: string): FeedFacts | null {
  const feed: unknown = JSON.parse(json)
  if (typeof feed !== 'object' || feed === null || !('version' in feed) || !String(feed.version).startsWith('https://jsonfeed.org/'))
    return null
  const { language = null, feed_url: self = null, items = [] } = feed as Readonly<Record<string, unknown>>
  return {
    language: typeof language === 'string' ? language : null,
    self: typeof self === 'string' ? self : null,
    entries: Array.isArray(items) ? items.map(({ url = '', title = '' }) => ({ url: String(url), title: String(title) })) : [],
  }
}

interface Entry {
  url: string
  title: string
}

/** The longest by far, and of no use here. */
const fullTexts: ReadonlySet<string> = new Set(['content', 'summary', 'content:encoded', 'description'])

class FeedReader {
  readonly passesOver = fullTexts
  #root: string | null = null
  #language: string | null = null
  #self: string | null = null
  #entry: Entry | null = null
  #text = ''
  readonly #path: string[] = []
  readonly #entries: Entry[] = []

  facts(): FeedFacts | null {
    if (this.#root !== 'feed' && this.#root !== 'rss') return null
    return { language: this.#language, self: this.#self, entries: this.#entries }
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#root ??= name
    this.#text = ''
    if (this.#path.length === 0) this.#language = attributes['xml:lang'] ?? null
    this.#path.push(name)
    if (name === 'entry' || name === 'item') this.#entry = { url: '', title: '' }
    if (name === 'link' || name === 'atom:link') this.#link(attributes)
  }

  ontext(text: string): void {
    this.#text += text
  }

  onclosetag(name: string): void {
    this.#path.pop()
    const within = this.#path.at(-1)
    const text = this.#text.trim()
    this.#text = ''
    if (name === 'language' && within === 'channel') this.#language = text
    if (within === 'item' && name === 'link' && this.#entry !== null) this.#entry.url = text
    if ((within === 'item' || within === 'entry') && name === 'title' && this.#entry !== null) this.#entry.title = text
    if ((name === 'entry' || name === 'item') && this.#entry !== null) {
      this.#entries.push(this.#entry)
      this.#entry = null
    }
  }

  #link({ rel = 'alternate', href }: Readonly<Record<string, string>>): void {
    if (href === undefined) return
    if (this.#entry !== null && rel === 'alternate') this.#entry.url = href
    if (this.#entry === null && rel === 'self') this.#self = href
  }
}
