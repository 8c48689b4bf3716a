import { type ElementKind, elementKind, ordinary } from './element-kinds.ts'
import { nameHash, nameIn } from './known-names.ts'
import { codesOf } from './text-codes.ts'

/** What a reader of markup is told, in the order of the text. */
export interface MarkupReader {
  /** Elements whose texts it has no use for. */
  readonly passesOver?: ReadonlySet<string>
  onopentag(name: string, attributes: Readonly<Record<string, string>>): void
  /** @param at where it stands in the markup as it is; left out where it doesn't, or where that isn't known */
  ontext(text: string, at?: number): void
  onclosetag(name: string): void
}

/**
 * Read markup as programs write it: each element closed, names in lower case, values in double quotes, no comments, few entities.
 *
 * Law: where it returns true, the reader was told what htmlparser2 tells it, texts joined; XML is well-formed, and nothing is told of the space around it.
 * In any doubt it returns false, and the reader was told a beginning of it: the text must be read again, with a new one, by the parser.
 */
export function readPlainMarkup(text: string, syntax: 'html' | 'xml', reader: MarkupReader, codes = codesOf(text)): boolean {
  return new PlainMarkup(text, codes, syntax === 'html', reader).read()
}

const [quote, slash, equals, greater] = [0x22, 0x2f, 0x3d, 0x3e]
const none: Readonly<Record<string, string>> = Object.freeze({})

class PlainMarkup {
  readonly #text: string
  readonly #codes: Uint16Array
  readonly #isHtml: boolean
  readonly #reader: MarkupReader
  readonly #open: string[] = []
  readonly #kinds: ElementKind[] = []
  #at = 0
  /** Of the name that was read last: where it ends in the text. */
  #nameEnd = 0

  constructor(text: string, codes: Uint16Array, isHtml: boolean, reader: MarkupReader) {
    this.#text = text
    this.#codes = codes
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
    return this.#codes[this.#at + 1] === slash ? this.#closing() : this.#opening()
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
    if (isRead) return this.#tell(this.#text.slice(at, end), at)
    return !strangeInXml.test(this.#text.slice(at, end))
  }

  #tell(raw: string, at: number): boolean {
    const words = this.#decoded(raw)
    if (words === null) return false
    if (words === raw) this.#reader.ontext(words, at)
    else this.#reader.ontext(words)
    return true
  }

  /** It must close the element that was opened last. */
  #closing(): boolean {
    const text = this.#text
    const name = this.#open.pop()
    this.#kinds.pop()
    if (name === undefined || !text.startsWith(name, this.#at + 2)) return false
    const end = this.#at + 2 + name.length
    if (this.#codes[end] !== greater) return false
    this.#at = end + 1
    this.#reader.onclosetag(name)
    return true
  }

  #opening(): boolean {
    const codes = this.#codes
    const name = this.#name(this.#at + 1)
    if (name === '') return false
    const kind = elementKind(name)
    if (
      this.#isHtml &&
      (kind.isPeculiar || (this.#kinds.at(-1) ?? ordinary).endsBefore(name, kind) || (name === 'form' && this.#open.includes(name)))
    )
      return false
    const attributes = this.#attributes(this.#nameEnd)
    if (attributes === null) return false
    this.#reader.onopentag(name, attributes)
    const isClosed = codes[this.#at] === slash
    if (isClosed) this.#at++
    if (codes[this.#at] !== greater) return false
    this.#at++
    if (this.#isHtml ? kind.isVoid : isClosed) {
      this.#reader.onclosetag(name)
      return true
    }
    this.#open.push(name)
    this.#kinds.push(kind)
    return !isClosed && (!this.#isHtml || !kind.isRaw || this.#rawWords(name))
  }

  /** Ends at what isn't an attribute. Null in doubt. */
  #attributes(from: number): Readonly<Record<string, string>> | null {
    this.#at = from
    if (this.#codes[from] === greater) return none
    const found: Record<string, string> = {}
    for (;;) {
      const begin = this.#spaceEnd(this.#at)
      const name = this.#name(begin)
      if (name === '') break
      if (begin === this.#at) return null
      const value = this.#value(this.#nameEnd)
      // A name that all objects have is a doubt, too.
      if (value === null || found[name] !== undefined) return null
      found[name] = value
    }
    this.#at = this.#spaceEnd(this.#at)
    return found
  }

  /** Of the attribute whose name ends at `from`. */
  #value(from: number): string | null {
    const [text, codes] = [this.#text, this.#codes]
    this.#at = from
    if (codes[from] !== equals) return this.#isHtml ? '' : null
    if (codes[from + 1] !== quote) return null
    const close = text.indexOf('"', from + 2)
    if (close < 0) return null
    this.#at = close + 1
    const raw = text.slice(from + 2, close)
    return !this.#isHtml && raw.includes('<') ? null : this.#decoded(raw)
  }

  #spaceEnd(from: number): number {
    let at = from
    for (let code = this.#codes[at]; code === 0x20 || code === 0xa; code = this.#codes[at]) at++
    return at
  }

  /** Lower-case letters first, then digits, `-` and `:` too; in XML also capitals. Empty where none begins at `from`. */
  #name(from: number): string {
    const codes = this.#codes
    let [at, hash] = [from, 0]
    for (; ; at++) {
      const code = codes[at] ?? 0
      const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a && !this.#isHtml)
      if (!isLetter && (at === from || !((code >= 0x30 && code <= 0x3a) || code === 0x2d))) break
      hash = nameHash(hash, code)
    }
    this.#nameEnd = at
    return at === from ? '' : nameIn(this.#text, from, at, hash)
  }

  /** Scripts and styles hold no markup, titles no elements. */
  #rawWords(name: string): boolean {
    const end = this.#text.indexOf(`</`, this.#at)
    if (end < 0 || !this.#text.startsWith(name, end + 2)) return false
    const at = this.#at
    const raw = this.#text.slice(at, end)
    this.#at = end
    if (raw.includes('<!--')) return false
    if (name === 'title') return this.#tell(raw, at)
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
