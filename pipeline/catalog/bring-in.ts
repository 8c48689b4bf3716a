import type { Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'
import { joinComments } from './join-comments.ts'
import { isOriginComment } from './memory/origin-comment.ts'
import { hasWords, isFuzzy, wordsOf } from './message-state.ts'

/** A text from elsewhere for a unit. */
export interface ImportedText {
  readonly unit: Unit
  /** Inline Markdown; plain text for front matter. */
  readonly text: string
  /** Null where the text is surely this unit's translation. */
  readonly doubt: string | null
  /** What the text translates, where that is another text than the unit's. */
  readonly previous?: string | null
  /** What its translators wrote beside it. */
  readonly comments?: readonly string[]
  /** Where it comes from, for people: `draft.html:12`. */
  readonly from: string
}

/** What became of an imported text. `kept`: the catalog says something else, and goes on saying it. */
export type Fate = 'translated' | 'fuzzy' | 'kept' | 'known'

export interface BroughtIn {
  readonly catalog: Catalog
  /** One for each text, in their order. */
  readonly fates: readonly Fate[]
}

/**
 * Fill a catalog with texts from elsewhere.
 *
 * Laws: words that are there stay as they are, finished or not: another text becomes a translator's comment; only a suggestion of the memory makes room for a sure text, and becomes the comment; a sure text is a translation, an unsure one is fuzzy, and a comment says where it comes from; bringing in the same texts again changes nothing.
 *
 * @param catalog has a message for each unit: it is synced
 */
export function bringIn(catalog: Catalog, texts: readonly ImportedText[]): BroughtIn {
  const messages = new Map(catalog.messages.map((message) => [catalogKey(message.context, message.id), message]))
  const fates = texts.map((imported) => {
    const key = keyFor(imported.unit, messages)
    const message = messages.get(key)
    if (message === undefined) throw new Error(`no message for ${imported.unit.text}`)
    const [after, fate] = filled(message, imported)
    messages.set(key, after)
    return fate
  })
  const after = catalog.messages.map((message) => messages.get(catalogKey(message.context, message.id)) ?? message)
  return { catalog: { ...catalog, messages: after }, fates }
}

/** A repeated text may have a message of its own. */
function keyFor({ context, text, repeat }: Unit, messages: ReadonlyMap<string, Message>): string {
  const own = catalogKey(String(repeat + 1), text)
  return repeat > 0 && context === null && messages.has(own) ? own : catalogKey(context, text)
}

function filled(message: Message, { text, doubt, from, previous = null, comments = [] }: ImportedText): [Message, Fate] {
  const isSuggested = doubt === null && isFuzzy(message) && message.previous === null && message.extracted.some(isOriginComment)
  if (message.strings.includes(text) && !isSuggested) return [message, 'known']
  if (hasWords(message) && !isSuggested) {
    const label = ` Imported from ${from}, not used:`
    const same = oneLine(wordsOf(message)) === oneLine(text)
    return same ? [message, 'known'] : [{ ...message, comments: commented(message, label, text) }, 'kept']
  }
  const strings = message.strings.map(() => text)
  const others = message.flags.filter((flag) => flag !== 'fuzzy')
  const suggested = isSuggested && !message.strings.includes(text) ? [' Suggested before:', ...commentLines(wordsOf(message))] : []
  const noted = joinComments(joinComments(message.comments, comments), suggested)
  const extracted = message.extracted.filter((label) => !isSuggested || !isOriginComment(label))
  if (doubt === null) return [{ ...message, strings, flags: others, previous: null, comments: noted, extracted }, 'translated']
  return [
    {
      ...message,
      strings,
      flags: ['fuzzy', ...others],
      previous: previous === null ? null : { context: null, id: previous, idPlural: null },
      comments: joinComments(noted, [` Imported from ${from}, unsure: ${doubt}`]),
    },
    'fuzzy',
  ]
}

function oneLine(text: string): string {
  return text.replace(/\\?\s+/g, ' ').trim()
}

/** Nothing where the same text was noted before, wherever it came from. */
function commented({ comments }: Message, label: string, text: string): readonly string[] {
  const lines = commentLines(text)
  const noted = comments.some((_, at) => lines.every((line, nth) => comments[at + nth] === line))
  return noted ? comments : [...comments, label, ...lines]
}

function commentLines(text: string): string[] {
  return text.split('\n').map((line) => ` ${line}`)
}
