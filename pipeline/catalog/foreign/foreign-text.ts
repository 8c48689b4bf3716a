import type { Catalog, Message } from '../../model/catalog.ts'
import { hasWords, isCurrent, isFuzzy, wordsOf } from '../message-state.ts'

/** A translated block of another system's catalog. */
export interface ForeignText {
  /** Inline Markdown as that system writes it. */
  readonly id: string
  readonly text: string
  /** The message that it is, or is a block of. */
  readonly message: Message
  /** `msgctxt`, or the field of the front matter that po4a names in a comment. */
  readonly context: string | null
  /** Nobody there doubts it. */
  readonly current: boolean
}

/** The blocks of a Markdown text, each as one line of inline Markdown. */
export type BlocksOf = (markdown: string) => readonly string[]

/**
 * What a catalog of po4a or mdbook-i18n-helpers has, block by block, current texts first.
 *
 * A message that holds several blocks, such as po4a's tables, is as many texts, where its translation has as many; an obsolete one may be the translation of a text that is there again. Plural messages are no articles' texts.
 */
export function foreignTexts({ messages }: Catalog, blocksOf: BlocksOf): ForeignText[] {
  const texts = messages.flatMap((message) => (hasWords(message) && message.idPlural === null ? textsOf(message, blocksOf) : []))
  return texts.sort((a, b) => rank(a) - rank(b))
}

function textsOf(message: Message, blocksOf: BlocksOf): ForeignText[] {
  const [source, words] = withoutFootnote(message.id, wordsOf(message))
  const more = { message, context: message.context ?? fieldIn(message), current: isCurrent(message) }
  const ids = source.length + words.length < LONGEST && MAY_BE_BLOCKS.test(source) && !isOfCode(message) ? blocksOf(source) : []
  const texts = ids.length === 0 ? [] : blocksOf(words)
  if (ids.length === 0 || ids.length !== texts.length) return [{ id: source, text: words, ...more }]
  return ids.map((id, nth) => ({ id, text: texts[nth] ?? '', ...more }))
}

/** po4a: `#. type: Fenced code block (sh)`. */
export function isOfCode({ extracted }: Message): boolean {
  return extracted.some((text) => /^ *type: .*code block/i.test(text))
}

/** Written like a string literal, a comment or a fence: mdbook-i18n-helpers takes them out of code. */
export function isLikeCode(id: string): boolean {
  return /^\s*(?:(?:b|r#*)?["'].*["']#*\s*$|\/\/|\/\*|#|--|<!--|`{3}|~{3})/s.test(id)
}

/** A note apart from its mark is none to a parser. */
function withoutFootnote(id: string, text: string): readonly [id: string, text: string] {
  return FOOTNOTE.test(id) && FOOTNOTE.test(text) ? [id.replace(FOOTNOTE, ''), text.replace(FOOTNOTE, '')] : [id, text]
}

const FOOTNOTE = /^\s*\[\^[^\]\s]+\]:\s+(?=\S)/

/** Characters: a parser takes its time for some texts, and no block is as long. */
const LONGEST = 100_000

/** Marks of headings, lists, quotes, tables and definitions at the start of a line, and blank lines within. */
const MAY_BE_BLOCKS = /^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||\[[^\]]+\]:)|\S[ \t]*\n[ \t]*\n[ \t]*\S/m

/** po4a: `#. type: YAML Front Matter: title`, in older versions `Yaml Front Matter Hash Value: title`. */
function fieldIn({ extracted }: Message): string | null {
  for (const text of extracted) {
    const field = /front matter[^:]*:\s*(title|description|place)\s*$/i.exec(text)?.[1]
    if (field !== undefined) return field.toLowerCase()
  }
  return null
}

function rank({ message }: ForeignText): number {
  return (isFuzzy(message) ? 2 : 0) + (message.obsolete ? 1 : 0)
}
