import { Parser } from 'htmlparser2'
import { addressesOf } from './element-addresses.ts'
import { judgeText, type TextOptions } from './judge-text.ts'
import { languageHits } from './language-hits.ts'
import type { Language } from './languages.ts'
import type { PageAddress, PageAlternate, PageFacts, PageHeading } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'
import { pictureHits } from './picture-hits.ts'
import { readPlainMarkup } from './plain-markup.ts'
import { codesOf } from './text-codes.ts'

/** Read a page once, from beginning to end. Whatever the text, it is read: browsers know no broken page either. */
export function readPage(html: string, options: TextOptions): PageFacts {
  const codes = codesOf(html)
  const plain = new PageReader(options, codes)
  if (readPlainMarkup(html, 'html', plain, codes)) return plain.facts()
  const reader = new PageReader(options, codes)
  const parser = new Parser(reader)
  parser.write(html)
  parser.end()
  return reader.facts()
}

/** An element that is open. */
interface Open {
  readonly lang: string | null
  /** Null where none is said, or none that is known. */
  readonly language: Language | null
  readonly dir: string | null
  /** Its text is a program's, or nobody's. */
  readonly isCode: boolean
  readonly inHead: boolean
}

/** Text that is kept whole, wherever elements part it. */
interface Capture {
  readonly depth: number
  readonly what: 'heading' | 'link' | 'title' | 'data'
  readonly level: number
  readonly lang: string | null
  text: string
}

const outside: Open = { lang: null, language: null, dir: null, isCode: false, inHead: false }
const uneven = /[^\S ]| {2}/

type Attributes = Readonly<Record<string, string>>

/** Elements whose text isn't in the language around it. */
const codeElements: ReadonlySet<string> = new Set(['script', 'style', 'code', 'pre', 'kbd', 'samp', 'var', 'template', 'noscript'])
/** Attributes that readers hear or see. */
const spoken = ['alt', 'aria-label', 'title', 'placeholder'] as const

class PageReader {
  readonly #options: TextOptions
  readonly #open: Open[] = []
  #around = outside
  readonly #captures: Capture[] = []
  readonly #codes: Uint16Array
  #pending = ''
  /** Where it stands in the page as it is, negative where it doesn't. */
  #pendingAt = -1
  #root: Pick<PageFacts, 'lang' | 'dir'> = { lang: null, dir: null }
  #description: string | null = null
  #noindex = false
  #refresh: string | null = null
  readonly #titles: string[] = []
  readonly #canonicals: string[] = []
  readonly #alternates: PageAlternate[] = []
  readonly #data: string[] = []
  readonly #ids = new Set<string>()
  readonly #addresses: PageAddress[] = []
  readonly #headings: PageHeading[] = []
  readonly #times = new Set<string>()
  readonly #names = new Set<string>()
  readonly #hits: PageHit[] = []

  constructor(options: TextOptions, codes: Uint16Array) {
    this.#options = options
    this.#codes = codes
  }

  facts(): PageFacts {
    return {
      ...this.#root,
      titles: this.#titles,
      description: this.#description,
      canonicals: this.#canonicals,
      alternates: this.#alternates,
      noindex: this.#noindex,
      refresh: this.#refresh,
      data: this.#data,
      ids: this.#ids,
      addresses: this.#addresses,
      headings: this.#headings,
      times: this.#times,
      names: this.#names,
      hits: this.#hits,
    }
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#flush()
    const around = this.#around
    this.#open.push(around)
    if (name === 'head' || codeElements.has(name))
      this.#around = { ...around, isCode: around.isCode || name !== 'head', inHead: around.inHead || name === 'head' }
    if (hasNone(attributes)) {
      this.#element(name, attributes)
      return
    }
    const { lang, dir, id } = attributes
    if (lang !== undefined || dir !== undefined) this.#within(name, attributes, around)
    if (id !== undefined) this.#id(id)
    this.#element(name, attributes)
    for (const address of addressesOf(name, attributes)) this.#addresses.push(address)
    for (const attribute of spoken) if (attributes[attribute] !== undefined) this.#judge(attributes[attribute].trim(), 'attribute', -1)
  }

  ontext(text: string, at = -1): void {
    this.#pendingAt = this.#pending === '' ? at : -1
    this.#pending += text
  }

  onclosetag(): void {
    this.#flush()
    const capture = this.#captures.at(-1)
    if (capture?.depth === this.#open.length) {
      this.#captures.pop()
      this.#captured(capture)
    }
    this.#around = this.#open.pop() ?? outside
  }

  /** What is in an element that says a language or a direction. */
  #within(name: string, attributes: Attributes, around: Open): void {
    const { lang = around.lang, dir = around.dir } = attributes
    const language = lang === around.lang || lang === null ? around.language : this.#options.languages.of(lang)
    this.#around = { ...this.#around, lang, language, dir }
    if (name === 'html') this.#root = { lang: attributes['lang'] ?? null, dir: attributes['dir'] ?? null }
    else if (!this.#around.inHead && attributes['lang'] !== undefined)
      this.#hits.push(...languageHits(name, attributes, around.dir, this.#options.languages))
  }

  #element(name: string, attributes: Attributes): void {
    switch (name) {
      case 'title':
        if (this.#around.inHead) this.#capture('title')
        break
      case 'a':
        this.#capture('link')
        break
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#capture('heading', Number(name[1]))
        break
      case 'script':
        if (attributes['type'] === 'application/ld+json') this.#capture('data')
        break
      case 'link':
        this.#link(attributes)
        break
      case 'meta':
        this.#meta(attributes)
        break
      case 'time':
        if (attributes['datetime'] !== undefined) this.#times.add(attributes['datetime'])
        break
      case 'img':
        this.#hits.push(...pictureHits(attributes))
    }
  }

  #capture(what: Capture['what'], level = 0): void {
    this.#captures.push({ depth: this.#open.length, what, level, lang: this.#around.lang, text: '' })
  }

  #captured({ what, level, lang, text: raw }: Capture): void {
    if (what === 'data') {
      this.#data.push(raw)
      return
    }
    const text = (uneven.test(raw) ? raw.replace(/\s+/g, ' ') : raw).trim()
    if (text !== '') this.#names.add(text)
    if (what === 'title') this.#titles.push(text)
    if (what === 'heading') this.#headings.push({ level, text, lang })
  }

  #link({ rel = '', href = '', hreflang }: Attributes): void {
    const kinds = rel.toLowerCase().split(/\s+/)
    if (kinds.includes('canonical')) this.#canonicals.push(href)
    if (kinds.includes('alternate') && hreflang !== undefined) this.#alternates.push({ hreflang, href })
  }

  #meta({ name, property, content = '', 'http-equiv': equivalent }: Attributes): void {
    if (name === 'description') this.#description = content
    if (name === 'robots' && /\b(?:noindex|none)\b/i.test(content)) this.#noindex = true
    if (equivalent?.toLowerCase() === 'refresh') this.#refresh = /url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1]?.trim() ?? null
    if (property === 'article:published_time' || property === 'article:modified_time') this.#times.add(content)
    if (name === 'description' || property === 'og:title' || property === 'og:description') this.#names.add(content)
  }

  #id(id: string): void {
    if (this.#ids.has(id)) {
      const message = `Unexpected second element with the id \`${id}\`: links and labels lead to the first one alone`
      this.#hits.push({ rule: 'duplicate-id', message, evidence: { part: 'body', id, markup: [`id="${id}"`, `id='${id}'`] } })
    }
    this.#ids.add(id)
  }

  #flush(): void {
    const text = this.#pending
    if (text === '') return
    this.#pending = ''
    for (const capture of this.#captures) capture.text += text
    if (this.#around.inHead) return
    const words = text.trim()
    if (words === '') return
    const at = this.#pendingAt
    this.#judge(words, 'text', at < 0 || words.length === text.length ? at : at + text.length - text.trimStart().length)
  }

  /** A text that readers get. */
  #judge(text: string, place: 'text' | 'attribute', at: number): void {
    const { language, isCode, inHead } = this.#around
    const hit = isCode
      ? null
      : judgeText(text, { language, place, part: inHead ? 'head' : 'body', codes: at < 0 ? null : this.#codes, begin: at }, this.#options)
    if (hit !== null) this.#hits.push(hit)
  }
}

function hasNone(attributes: Attributes): boolean {
  for (const _ in attributes) return false
  return true
}
