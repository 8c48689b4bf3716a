import type { Range } from '../cut.ts'

/** A template that the tag `html` reads: its literal parts, and what stands between them. */
export interface Markup {
  readonly parts: readonly Range[]
  /** One less than there are parts. */
  readonly holes: readonly MarkupHole[]
}

export interface MarkupHole {
  /** Literal strings that the hole may show: not those in calls, indexes and comparisons. */
  readonly strings: readonly Range[]
}

/** After one of these a `/` begins a regular expression; after a value it divides. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|await|yield))\s*$/
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*/y
const comparison = /(?:[=!]==?|\bcase)\s*$/
const compared = /\s*[=!]==?/y

const nesting: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 }

/** Finds the templates tagged `html` in TypeScript or JavaScript, in the order in which they end. Code that is none gives some result, and no error. */
export function markupsIn(code: string): Markup[] {
  const scanner = new Scanner(code)
  while (!scanner.atEnd) scanner.code()
  return scanner.found
}

class Scanner {
  readonly found: Markup[] = []
  readonly #code: string
  #at = 0

  constructor(code: string) {
    this.#code = code
  }

  get atEnd(): boolean {
    return this.#at >= this.#code.length
  }

  /** Up to the brace that closes what it stands in, or the end. @returns the strings that it may result in */
  code(): Range[] {
    const strings: Range[] = []
    let depth = 0
    while (!this.atEnd) {
      const character = this.#code[this.#at] as string
      if (character === '}' && depth === 0) break
      depth = Math.max(0, depth + (nesting[character] ?? 0))
      const string = this.#token(character)
      if (depth === 0 && string !== null) strings.push(string)
    }
    this.#at++
    return strings
  }

  /** Passes over what begins here. @returns a string that may be shown */
  #token(character: string): Range | null {
    switch (character) {
      case '"':
      case "'":
        return this.#string(character)
      case '`':
        this.#template()
        return null
      default:
        if (character !== '/' || !this.#slash()) this.#at++
        return null
    }
  }

  /** @returns null for one that is compared with something */
  #string(quote: string): Range | null {
    const start = this.#at++
    const isCompared = comparison.test(this.#code.slice(Math.max(0, start - 10), start))
    while (!this.atEnd && this.#code[this.#at] !== quote && this.#code[this.#at] !== '\n') this.#at += this.#code[this.#at] === '\\' ? 2 : 1
    const end = Math.min(this.#at++, this.#code.length)
    return isCompared || this.#matches(compared) ? null : { start: start + 1, end }
  }

  #template(): void {
    const isHtml = /\bhtml\s*$/.test(this.#code.slice(Math.max(0, this.#at - 20), this.#at))
    this.#at++
    const parts: Range[] = []
    const holes: MarkupHole[] = []
    let start = this.#at
    while (!this.atEnd && this.#code[this.#at] !== '`') {
      if (this.#code.startsWith('${', this.#at)) {
        parts.push({ start, end: this.#at })
        this.#at += 2
        holes.push({ strings: this.code() })
        start = this.#at
      } else this.#at += this.#code[this.#at] === '\\' ? 2 : 1
    }
    parts.push({ start, end: Math.min(this.#at++, this.#code.length) })
    if (isHtml) this.found.push({ parts, holes })
  }

  /** Passes over a comment or a regular expression. */
  #slash(): boolean {
    const next = this.#code[this.#at + 1]
    if (next === '/') return this.#skipTo(this.#code.indexOf('\n', this.#at))
    if (next === '*') return this.#skipTo(this.#code.indexOf('*/', this.#at + 2) + 2)
    if (!beforeRegex.test(this.#code.slice(Math.max(0, this.#at - 20), this.#at)) || !this.#matches(regex)) return false
    this.#at = regex.lastIndex
    return true
  }

  #skipTo(end: number): true {
    this.#at = end <= this.#at ? this.#code.length : end
    return true
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#code)
  }
}
