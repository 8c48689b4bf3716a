import { unescaped } from './unescaped.ts'

/** `index` is the number of a plural form, `[1]`. */
export type Token = 'string' | 'comment' | 'word' | 'index' | 'end'

/** Cannot be a PO file: at this offset, what was found, what would be right. */
export class SyntaxProblem extends Error {
  readonly offset: number
  readonly actual: string
  readonly expected: readonly string[]

  constructor(offset: number, actual: string, message: string, expected: readonly string[] = []) {
    super(message)
    this.offset = offset
    this.actual = actual
    this.expected = expected
  }
}

/**
 * The tokens of a PO file, one at a time; `next` moves on, the fields tell what it found.
 *
 * Fields rather than values per token: a build reads hundreds of megabytes.
 *
 * @throws {SyntaxProblem}
 */
export class PoScanner {
  readonly text: string
  /** Of the token's line, from 1. */
  line: number
  /** Offset of the token's line. */
  lineStart: number
  /** Offset of the token. */
  start: number
  /** Offset behind the token. */
  at: number
  /** `string`: unescaped. `comment`: what follows `#`. `word`, `index`: as it stands. */
  value = ''
  /** The line began with `#~`. */
  obsolete = false
  /** The line began with `#|` or `#~|`. */
  previous = false
  /** The first backslash and line feed at or behind `at`, where they were looked for already. */
  #backslash = -1
  #lineFeed = -1

  /** @param start offset of the beginning of a line, the `line`th */
  constructor(text: string, start = 0, line = 1) {
    this.text = text
    this.line = line
    this.lineStart = start
    this.start = start
    this.at = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start
  }

  next(): Token {
    for (;;) {
      const code = this.#skipBlanks()
      if (code !== HASH) {
        this.start = this.at
        if (code === QUOTE) return this.#string()
        if (code === BRACKET) return this.#index()
        return this.at >= this.text.length ? 'end' : this.#word()
      }
      if (!this.#prefix()) return this.#comment()
    }
  }

  /** @returns what stands there then, NaN at the end */
  #skipBlanks(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code === LINE_FEED) {
        this.line++
        this.lineStart = ++this.at
        this.obsolete = false
        this.previous = false
      } else if (code === SPACE || (code >= 9 && code <= 13)) {
        this.at++
      } else return code
    }
  }

  /** `#~`, `#|` and `#~|` say something of the rest of their line. */
  #prefix(): boolean {
    const code = this.text.charCodeAt(this.at + 1)
    if (code !== TILDE && code !== BAR) return false
    if (code === TILDE) this.obsolete = true
    this.at += 2
    if (code === BAR) this.previous = true
    else if (this.text.charCodeAt(this.at) === BAR) {
      this.previous = true
      this.at++
    }
    return true
  }

  #comment(): Token {
    this.start = this.at
    const lineEnd = this.#lineEnd()
    let end = lineEnd
    while (this.text.charCodeAt(end - 1) === RETURN) end--
    this.value = this.text.slice(this.start + 1, end)
    this.at = lineEnd
    return 'comment'
  }

  #lineEnd(): number {
    if (this.#lineFeed < this.at) {
      const found = this.text.indexOf('\n', this.at)
      this.#lineFeed = found < 0 ? this.text.length : found
    }
    return this.#lineFeed
  }

  #string(): Token {
    const from = this.start + 1
    if (this.#backslash < from) {
      const found = this.text.indexOf('\\', from)
      this.#backslash = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    let end = this.text.indexOf('"', from)
    if (end > this.#backslash) {
      end = this.#closingQuote(this.#backslash)
      this.#checkClosed(end)
      this.value = this.#unescaped(from, end)
    } else {
      this.#checkClosed(end)
      this.value = this.text.slice(from, end)
    }
    this.at = end + 1
    return 'string'
  }

  /** @param backslash offset of the first one in the string */
  #closingQuote(backslash: number): number {
    const lineEnd = this.#lineEnd()
    for (let at = backslash; at < lineEnd; at++) {
      const code = this.text.charCodeAt(at)
      if (code === BACKSLASH) at++
      else if (code === QUOTE) return at
    }
    return -1
  }

  #checkClosed(end: number): void {
    const lineEnd = this.#lineEnd()
    if (end >= 0 && end < lineEnd) return
    const actual = this.text.slice(this.start, lineEnd).trimEnd()
    throw new SyntaxProblem(this.start, actual, 'Unexpected end of line inside a text, expected `"` at its end')
  }

  #unescaped(from: number, end: number): string {
    const value = unescaped(this.text, from, end)
    if (typeof value === 'string') return value
    const actual = this.text.slice(value, value + 2)
    const message = `Unexpected escape \`${actual}\`, expected one of \`\\n\`, \`\\t\`, \`\\"\`, \`\\\\\` (a plain backslash is written twice)`
    throw new SyntaxProblem(value, actual, message, [`\\${actual}`])
  }

  #index(): Token {
    const close = this.text.indexOf(']', this.start)
    const value = close < 0 || close > this.#lineEnd() ? '' : this.text.slice(this.start + 1, close).trim()
    if (!/^\d+$/.test(value)) throw new SyntaxProblem(this.start, '[', 'Unexpected `[`, expected the number of a plural form such as `[0]`')
    this.value = value
    this.at = close + 1
    return 'index'
  }

  #word(): Token {
    const text = this.text
    let at = this.start
    for (let code = text.charCodeAt(at); isWordPart(code); code = text.charCodeAt(++at)) {}
    if (at === this.start) at = this.#restOfWord()
    this.value = text.slice(this.start, at)
    this.at = at
    return 'word'
  }

  /** Whatever stands there, up to a blank: for an error's text. */
  #restOfWord(): number {
    let at = this.start
    while (at < this.text.length && this.text.charCodeAt(at) > SPACE) at++
    return Math.max(at, this.start + 1)
  }
}

function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 95 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const QUOTE = 34
const HASH = 35
const BRACKET = 91
const BACKSLASH = 92
const BAR = 124
const TILDE = 126
