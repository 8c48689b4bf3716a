import type { Range } from '../cut.ts'
import { type Markup, markupsIn } from './markup-scanner.ts'

/** Texts with letters that readers would get as they stand in a template's code, whatever their language. */
export function literalTexts(code: string): Range[] {
  const found = markupsIn(code).flatMap((markup) => new Reader(code, markup).read())
  return found.sort((one, other) => one.start - other.start)
}

/** Attributes whose values people read or hear. */
const spoken = new Set(['title', 'alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'label'])
/** Elements whose text is none. */
const unread = new Set(['script', 'style'])
/** Markup that a template puts into a tag: attributes. */
const attributes = /^\s+[a-z][\w:-]*=["']/i
const attributeName = /([\w:-]+)\s*=\s*$/
const tagName = /<\/?(?:([a-z][\w-]*)|!)/iy
const entity = /&(?:\w+|#\w+);/g

/** `unread`: in an element whose text is none. */
type State = 'text' | 'unread' | 'comment' | 'tag' | 'value'

/** Reads markup as a parser of HTML does; what stands in its holes is whole values. */
class Reader {
  readonly #code: string
  readonly #markup: Markup
  readonly #found: Range[] = []
  #state: State = 'text'
  /** The last tag that began, with its `/` where it closes; the last attribute, and the quote of its value. */
  #tag = ''
  #attribute = ''
  #quote = ''
  /** Where the text or value began that is being read. */
  #from = 0

  constructor(code: string, markup: Markup) {
    this.#code = code
    this.#markup = markup
  }

  read(): Range[] {
    const { parts, holes } = this.#markup
    const [first] = parts
    if (first !== undefined && attributes.test(this.#code.slice(first.start, first.end))) this.#state = 'tag'
    for (const [index, part] of parts.entries()) {
      this.#from = part.start
      for (let at = part.start; at < part.end; at++) this.#take(at)
      this.#endText(part.end)
      if (this.#isRead) for (const { start, end } of holes[index]?.strings ?? []) this.#add(start, end)
    }
    return this.#found
  }

  get #isRead(): boolean {
    return this.#state === 'text' || (this.#state === 'value' && spoken.has(this.#attribute))
  }

  #take(at: number): void {
    const code = this.#code
    const character = code[at] as string
    switch (this.#state) {
      case 'text':
        if (code.startsWith('<!--', at)) this.#enter('comment', at, at)
        else this.#beginTag(at)
        return
      case 'unread':
        if (code.startsWith(`</${this.#tag}`, at)) this.#beginTag(at)
        return
      case 'comment':
        if (code.startsWith('-->', at - 2)) this.#enter('text', at, at + 1)
        return
      case 'tag':
        if (character === '>') this.#enter(unread.has(this.#tag) ? 'unread' : 'text', at, at + 1)
        else if (character === '"' || character === "'") this.#beginValue(at, character)
        return
      case 'value':
        if (character === this.#quote) this.#enter('tag', at, at + 1)
    }
  }

  #beginTag(at: number): void {
    tagName.lastIndex = at
    const tag = tagName.exec(this.#code)
    if (tag === null) return
    this.#enter('tag', at, at)
    this.#tag = `${tag[0].startsWith('</') ? '/' : ''}${tag[1]?.toLowerCase() ?? ''}`
  }

  #beginValue(at: number, quote: string): void {
    this.#attribute = attributeName.exec(this.#code.slice(Math.max(0, at - 40), at))?.[1]?.toLowerCase() ?? ''
    this.#quote = quote
    this.#enter('value', at, at + 1)
  }

  #enter(state: State, end: number, from: number): void {
    this.#endText(end)
    this.#state = state
    this.#from = from
  }

  #endText(end: number): void {
    if (this.#isRead) this.#add(this.#from, end)
  }

  #add(start: number, end: number): void {
    const text = this.#code.slice(start, end)
    if (!/\p{L}/u.test(text.replace(entity, '').replace(/\\[nrt]/g, ' '))) return
    const trimmed = text.replace(/^(?:\s|\\[nrt])+|(?:\s|\\[nrt])+$/g, '')
    const from = start + text.indexOf(trimmed)
    this.#found.push({ start: from, end: from + trimmed.length })
  }
}
