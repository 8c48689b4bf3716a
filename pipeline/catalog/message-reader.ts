import type { Message, Previous } from '../model/catalog.ts'
import { type PoScanner, SyntaxProblem, type Token } from './po-scanner.ts'

/** What the texts that come next belong to; `none` before the first keyword. */
type Field = 'none' | 'context' | 'id' | 'idPlural' | 'strings' | 'previous context' | 'previous id' | 'previous idPlural'

/** Shared, because most messages have no comments. */
const NOTHING: readonly string[] = []

/** @throws {SyntaxProblem} */
export class MessageReader {
  readonly #scanner: PoScanner
  /** The scanner stands at a token that the last message didn't want. */
  #ahead: Token | null = null
  #field: Field = 'none'
  #inPrevious = false
  /** A keyword was read and none of its text. */
  #bare = false
  #line = 0
  /** Offset of its first token, or of the `#~` or `#|` before it. */
  #from = 0
  #obsolete = false
  #context: string | null = null
  #id: string | null = null
  #idPlural: string | null = null
  #strings: string[] = []
  #comments: string[] | null = null
  #extracted: string[] | null = null
  #references: string[] | null = null
  #flags: string[] | null = null
  #hasPrevious = false
  #previousContext: string | null = null
  #previousId: string | null = null
  #previousIdPlural: string | null = null

  constructor(scanner: PoScanner) {
    this.#scanner = scanner
  }

  /** Null at the end of the file; comments that belong to no message are left to `trailing`. */
  next(): Message | null {
    this.#clear()
    const scanner = this.#scanner
    for (let token = this.#ahead ?? scanner.next(); ; token = scanner.next()) {
      if (token !== 'string' && this.#bare) throw unexpected(scanner, 'a text in quotes')
      if (this.#strings.length > 0 && startsAnother(token, scanner)) {
        this.#ahead = token
        return this.#message()
      }
      if (token === 'end') return this.#end()
      this.#take(token)
    }
  }

  /** The comment lines behind the last message; once `next` gave null. */
  trailing(): readonly string[] {
    if (this.#line === 0) return NOTHING
    const lines = this.#scanner.text.slice(this.#from).split('\n')
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  }

  #take(token: Token): void {
    if (this.#line === 0) this.#begin()
    if (token === 'string') this.#text(this.#scanner.value)
    else if (token === 'comment') this.#comment(this.#scanner.value)
    else if (token === 'word') this.#keyword(this.#scanner.value)
    else throw unexpected(this.#scanner, '`msgstr` before it')
  }

  #begin(): void {
    const { text, line, lineStart, start } = this.#scanner
    this.#line = line
    this.#from = start
    while (this.#from > lineStart && '#~| '.includes(text.charAt(this.#from - 1))) this.#from--
  }

  #clear(): void {
    this.#field = 'none'
    this.#inPrevious = false
    this.#line = 0
    this.#obsolete = false
    this.#context = null
    this.#id = null
    this.#idPlural = null
    this.#strings = []
    this.#comments = null
    this.#extracted = null
    this.#references = null
    this.#flags = null
    this.#hasPrevious = false
  }

  #message(): Message {
    return {
      context: this.#context,
      id: this.#id ?? '',
      idPlural: this.#idPlural,
      strings: this.#strings,
      comments: this.#comments ?? NOTHING,
      extracted: this.#extracted ?? NOTHING,
      references: this.#references ?? NOTHING,
      flags: this.#flags ?? NOTHING,
      previous: this.#hasPrevious ? this.#previous() : null,
      obsolete: this.#obsolete,
      line: this.#line,
    }
  }

  #previous(): Previous {
    return { context: this.#previousContext, id: this.#previousId, idPlural: this.#previousIdPlural }
  }

  #end(): null {
    if (this.#id === null && this.#context === null) return null
    throw unexpected(this.#scanner, this.#id === null ? '`msgid`' : this.#idPlural === null ? '`msgstr`' : '`msgstr[0]`')
  }

  #text(value: string): void {
    this.#checkPrefix()
    this.#bare = false
    switch (this.#field) {
      case 'none':
        throw unexpected(this.#scanner, 'a keyword such as `msgid` before it')
      case 'context':
        this.#context += value
        break
      case 'id':
        this.#id += value
        break
      case 'idPlural':
        this.#idPlural += value
        break
      case 'strings':
        this.#strings[this.#strings.length - 1] += value
        break
      case 'previous context':
        this.#previousContext += value
        break
      case 'previous id':
        this.#previousId += value
        break
      case 'previous idPlural':
        this.#previousIdPlural += value
        break
    }
  }

  #checkPrefix(): void {
    const { previous, obsolete } = this.#scanner
    if (previous !== this.#inPrevious) throw unexpected(this.#scanner, previous ? 'no `|` in this line' : '`#|` before it')
    if (!previous && obsolete !== this.#obsolete) throw mixed(this.#scanner, this.#obsolete)
  }

  #comment(value: string): void {
    switch (value.charCodeAt(0)) {
      case DOT:
        this.#extracted ??= []
        this.#extracted.push(value.slice(1))
        break
      case COLON:
        this.#references ??= []
        this.#references.push(value.slice(1))
        break
      case COMMA:
      case BANG:
        this.#flags ??= []
        this.#flags.push(...flagsOf(value.slice(1)))
        break
      default:
        this.#comments ??= []
        this.#comments.push(value)
    }
  }

  #keyword(word: string): void {
    this.#bare = true
    this.#inPrevious = this.#scanner.previous
    if (this.#inPrevious) this.#previousKeyword(word)
    else this.#ownKeyword(word)
  }

  #ownKeyword(word: string): void {
    if (this.#context === null && this.#id === null) this.#obsolete = this.#scanner.obsolete
    else if (this.#scanner.obsolete !== this.#obsolete) throw mixed(this.#scanner, this.#obsolete)
    if (word === 'msgid' && this.#id === null) {
      this.#field = 'id'
      this.#id = ''
    } else if (word === 'msgstr' && this.#id !== null) {
      this.#form()
    } else if (word === 'msgctxt' && this.#context === null && this.#id === null) {
      this.#field = 'context'
      this.#context = ''
    } else if (word === 'msgid_plural' && this.#id !== null && this.#idPlural === null && this.#strings.length === 0) {
      this.#field = 'idPlural'
      this.#idPlural = ''
    } else throw unexpected(this.#scanner, ...this.#wanted())
  }

  /** `msgstr`, or the next one of `msgstr[0]`, `msgstr[1]`, … */
  #form(): void {
    const scanner = this.#scanner
    this.#field = 'strings'
    if (this.#idPlural !== null) {
      const wanted = String(this.#strings.length)
      if (scanner.next() !== 'index' || scanner.value !== wanted) throw unexpected(scanner, `\`[${wanted}]\` behind \`msgstr\``)
    } else if (this.#strings.length > 0) throw unexpected(scanner, '`msgid`')
    this.#strings.push('')
  }

  #previousKeyword(word: string): void {
    if (!this.#hasPrevious) {
      this.#hasPrevious = true
      this.#previousContext = this.#previousId = this.#previousIdPlural = null
    }
    if (word === 'msgid' && this.#previousId === null) {
      this.#field = 'previous id'
      this.#previousId = ''
    } else if (word === 'msgctxt' && this.#previousContext === null) {
      this.#field = 'previous context'
      this.#previousContext = ''
    } else if (word === 'msgid_plural' && this.#previousIdPlural === null) {
      this.#field = 'previous idPlural'
      this.#previousIdPlural = ''
    } else throw unexpected(this.#scanner, '`msgctxt`', '`msgid`', '`msgid_plural`, each once')
  }

  #wanted(): string[] {
    if (this.#idPlural !== null) return [`\`msgstr[${this.#strings.length}]\``]
    if (this.#id !== null) return ['`msgstr`', '`msgid_plural`']
    return this.#context === null ? ['`msgctxt`', '`msgid`'] : ['`msgid`']
  }
}

/** Whether a message that has its texts ends before this token: `#` comments and other messages' keywords do that. */
function startsAnother(token: Token, scanner: PoScanner): boolean {
  if (token === 'word') return scanner.previous || scanner.value !== 'msgstr'
  return token === 'comment' || token === 'end'
}

/** `fuzzy, c-format`; gettext also takes blanks between them, but for those of `range: 0..10`. */
function flagsOf(text: string): string[] {
  return text.split(',').flatMap((part) => {
    const flag = part.trim()
    if (flag === '') return []
    return flag.startsWith('range:') ? [flag] : flag.split(/\s+/)
  })
}

function unexpected(scanner: PoScanner, ...wanted: string[]): SyntaxProblem {
  const actual = scanner.text.slice(scanner.start, scanner.at)
  const found = actual === '' ? 'end of the file' : `\`${actual.length > 60 ? `${actual.slice(0, 59)}…` : actual}\``
  const conflict = /^(<{7}|={7}|>{7}|\|{7})/.test(actual) ? ': two versions of this file were merged and a conflict was left in it' : ''
  const quote = isBehindText(scanner) ? ': a `"` inside a text is written `\\"`' : ''
  return new SyntaxProblem(scanner.start, actual, `Unexpected ${found}, expected ${wanted.join(' or ')}${conflict}${quote}`)
}

/** Words right behind a `"` of the same line: that one was meant to be part of the text. */
function isBehindText({ text, lineStart, start }: PoScanner): boolean {
  return /"[^\S\n]*$/.test(text.slice(lineStart, start))
}

function mixed(scanner: PoScanner, obsolete: boolean): SyntaxProblem {
  return unexpected(
    scanner,
    obsolete ? '`#~` before it, as in the rest of the message' : 'no `#~` before it, as in the rest of the message',
  )
}

const BANG = 33
const COMMA = 44
const DOT = 46
const COLON = 58
