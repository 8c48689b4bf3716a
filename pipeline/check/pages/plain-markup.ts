import { endsBefore, isPeculiar, isVoid } from './element-kinds.ts'

/** What a reader of markup is told, in the order of the text. */
export interface MarkupReader {
  /** Elements whose texts it has no use for. */
  readonly passesOver?: ReadonlySet<string>
  onopentag(name: string, attributes: Record<string, string>): void
  ontext(text: string): void
  onclosetag(name: string): void
}

/**
 * Read markup as programs write it: each element closed, names in lower case, values in double quotes, no comments, few entities.
 *
 * Law: where it returns true, the reader was told what htmlparser2 tells it, texts joined; XML is well-formed, and nothing is told of the space around it.
 * In any doubt it returns false, and the reader was told a beginning of it: the text must be read again, with a new one, by the parser.
 */
export function readPlainMarkup(text: string, syntax: 'html' | 'xml', reader: MarkupReader): boolean {
  return new PlainMarkup(text, syntax === 'html', reader).read()
}

const [quote, slash, equals, greater] = [0x22, 0x2f, 0x3d, 0x3e]

class PlainMarkup {
  readonly #text: string
  readonly #isHtml: boolean
  readonly #reader: MarkupReader
  readonly #open: string[] = []
  #at = 0

  constructor(text: string, isHtml: boolean, reader: MarkupReader) {
    this.#text = text
    this.#isHtml = isHtml
    this.#reader = reader
  }

  read(): boolean {
    const text = this.#text
    if (!this.#declaration()) return false
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at)
      if (!this.#words(next < 0 ? text.length : next)) return false
      if (next < 0) break
      if (!this.#tag()) return false
      if (!this.#isHtml && this.#open.length === 0) return text.slice(this.#at).trim() === ''
    }
    return this.#isHtml && this.#open.length === 0
  }

  #tag(): boolean {
    return this.#text.charCodeAt(this.#at + 1) === slash ? this.#closing() : this.#opening()
  }

  /** `<!doctype html>` and `<?xml …?>`. */
  #declaration(): boolean {
    const pattern = this.#isHtml ? /^(?:<!doctype html>)?/i : /^(?:<\?xml [^?<>]*\?>)?\s*(?=<)/
    const [found] = pattern.exec(this.#text) ?? []
    this.#at = found?.length ?? 0
    return found !== undefined
  }

  #words(end: number): boolean {
    const at = this.#at
    this.#at = end
    if (end === at) return true
    const isRead = this.#reader.passesOver?.has(this.#open.at(-1) ?? '') !== true
    if (isRead) return this.#tell(this.#text.slice(at, end))
    return !strangeInXml.test(this.#text.slice(at, end))
  }

  #tell(raw: string): boolean {
    const words = this.#decoded(raw)
    if (words === null) return false
    this.#reader.ontext(words)
    return true
  }

  /** It must close the element that was opened last. */
  #closing(): boolean {
    const text = this.#text
    const name = this.#open.pop()
    if (name === undefined || !text.startsWith(name, this.#at + 2)) return false
    const end = this.#at + 2 + name.length
    if (text.charCodeAt(end) !== greater) return false
    this.#at = end + 1
    this.#reader.onclosetag(name)
    return true
  }

  #opening(): boolean {
    const text = this.#text
    const begin = this.#at + 1
    const end = this.#nameEnd(begin)
    if (end === begin) return false
    const name = text.slice(begin, end)
    if (this.#isHtml && (isPeculiar(name) || endsBefore(this.#open.at(-1), name) || (name === 'form' && this.#open.includes(name))))
      return false
    const attributes = this.#attributes(end)
    if (attributes === null) return false
    this.#reader.onopentag(name, attributes)
    const isClosed = text.charCodeAt(this.#at) === slash
    if (isClosed) this.#at++
    if (text.charCodeAt(this.#at) !== greater) return false
    this.#at++
    if (this.#isHtml ? isVoid(name) : isClosed) {
      this.#reader.onclosetag(name)
      return true
    }
    this.#open.push(name)
    return !isClosed && (!this.#isHtml || this.#rawWords(name))
  }

  /** Ends at what isn't an attribute. Null in doubt. */
  #attributes(from: number): Record<string, string> | null {
    const found: Record<string, string> = {}
    this.#at = from
    for (;;) {
      const begin = this.#spaceEnd(this.#at)
      const end = this.#nameEnd(begin)
      if (end === begin) break
      if (begin === this.#at) return null
      const name = this.#text.slice(begin, end)
      const value = this.#value(end)
      if (value === null || Object.hasOwn(found, name)) return null
      found[name] = value
    }
    this.#at = this.#spaceEnd(this.#at)
    return found
  }

  /** Of the attribute whose name ends at `from`. */
  #value(from: number): string | null {
    const text = this.#text
    this.#at = from
    if (text.charCodeAt(from) !== equals) return this.#isHtml ? '' : null
    if (text.charCodeAt(from + 1) !== quote) return null
    const close = text.indexOf('"', from + 2)
    if (close < 0) return null
    this.#at = close + 1
    const raw = text.slice(from + 2, close)
    return !this.#isHtml && raw.includes('<') ? null : this.#decoded(raw)
  }

  #spaceEnd(from: number): number {
    let at = from
    for (let code = this.#text.charCodeAt(at); code === 0x20 || code === 0xa; code = this.#text.charCodeAt(at)) at++
    return at
  }

  /** Lower-case letters first, then digits, `-` and `:` too; in XML also capitals. */
  #nameEnd(from: number): number {
    const text = this.#text
    let at = from
    for (; ; at++) {
      const code = text.charCodeAt(at)
      if (code >= 0x61 && code <= 0x7a) continue
      if (code >= 0x41 && code <= 0x5a && !this.#isHtml) continue
      if (at > from && ((code >= 0x30 && code <= 0x3a) || code === 0x2d)) continue
      return at
    }
  }

  /** Scripts and styles hold no markup, titles no elements. */
  #rawWords(name: string): boolean {
    if (name !== 'script' && name !== 'style' && name !== 'title') return true
    const end = this.#text.indexOf(`</`, this.#at)
    if (end < 0 || !this.#text.startsWith(name, end + 2)) return false
    const raw = this.#text.slice(this.#at, end)
    this.#at = end
    if (raw.includes('<!--')) return false
    if (name === 'title') return this.#tell(raw)
    this.#reader.ontext(raw)
    return true
  }

  /** Null where it holds an entity that isn't one of the usual. */
  #decoded(raw: string): string | null {
    if (!raw.includes('&')) return raw
    if ((this.#isHtml ? strange : strangeInXml).test(raw)) return null
    return raw.replace(usual, (entity) => entities[entity] ?? entity)
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': '\u00A0',
}
const usual = /&(?:amp|[lg]t|quot|apos|#39|nbsp);/g
const strange = /&(?!(?:amp|[lg]t|quot|apos|#39|nbsp);)/
const strangeInXml = /&(?!(?:amp|[lg]t|quot|apos|#39);)/
