import type { Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'
import { escaped } from './escaped.ts'
import { joinComments } from './join-comments.ts'
import { hasWords, isFuzzy, sourceOf, type WordsSource, wordsOf } from './message-state.ts'

/**
 * The live messages, then all that a translator ever wrote for texts that are gone, obsolete, by context and id.
 *
 * A dropped fuzzy message's words are kept under the source that they translate, for a text must not have two messages (msgfmt rejects them, obsolete ones too): where that one has words of its own, as its translator's comment.
 *
 * @param before the file's messages
 * @param live by `catalogKey`, in reading order
 */
export function keepDropped(before: readonly Message[], live: ReadonlyMap<string, Message>): Message[] {
  const kept = new Map(live)
  const loose: Message[] = []
  for (const message of before) {
    const key = keyOf(message)
    if (kept.has(key)) continue
    if (isFuzzy(message) && !message.obsolete) loose.push(message)
    else if (message.obsolete || hasWords(message) || message.comments.length > 0) kept.set(key, { ...message, obsolete: true })
  }
  const carriers = [...live.values()].filter(isFuzzy)
  for (const message of loose.sort(byKey)) if (!carriers.some((carrier) => carries(carrier, message))) keepFuzzy(message, kept)
  const messages = [...kept.values()]
  return [...messages.filter(({ obsolete }) => !obsolete), ...messages.filter(({ obsolete }) => obsolete).sort(byKey)]
}

/** All that somebody wrote into `message` lives on in `carrier`. */
function carries(carrier: Message, { strings, comments }: Message): boolean {
  return (
    strings.every((string) => string.trim() === '' || carrier.strings.includes(string)) &&
    comments.every((text) => carrier.comments.includes(text))
  )
}

function keepFuzzy(message: Message, kept: Map<string, Message>): void {
  if (!hasWords(message) && message.comments.length === 0) return
  const source = sourceOf(message)
  const key = source === null ? keyOf(message) : catalogKey(source.context, source.id)
  const holder = kept.get(key)
  if (holder === undefined && source !== null && message.comments.length === 0 && isJoined(source.id, wordsOf(message), [...kept.values()]))
    return
  if (holder !== undefined) kept.set(key, withMore(hasWords(holder) ? holder : withWords(holder, message), message))
  else kept.set(key, source === null ? { ...message, obsolete: true } : withMore(underSource(message, source), message))
}

/** Nothing but other messages' sources and words, joined when their paragraphs were merged. */
function isJoined(id: string, words: string, others: readonly Message[]): boolean {
  if (id === '' || words === '') return id === words
  return others.some((other) => {
    if (!id.startsWith(other.id) || !words.startsWith(wordsOf(other))) return false
    return isJoined(id.slice(other.id.length).trimStart(), words.slice(wordsOf(other).length).trimStart(), others)
  })
}

function underSource(message: Message, source: WordsSource): Message {
  const idPlural = message.previous?.idPlural ?? null
  const strings = idPlural === null ? [wordsOf(message)] : message.strings
  return { ...message, ...source, idPlural, strings, previous: { context: null, id: source.id, idPlural }, obsolete: true }
}

function withWords(holder: Message, message: Message): Message {
  const flags = [...new Set([...message.flags, ...holder.flags])]
  return { ...holder, strings: [wordsOf(message)], flags, previous: { context: null, id: holder.id, idPlural: null } }
}

/** What `message` says and `holder` doesn't, as comments; words as PO has them, since a backslash at a comment's end would join it with the next line. */
function withMore(holder: Message, { strings, comments }: Message): Message {
  const more = strings.filter((string) => string.trim() !== '' && !holder.strings.some((text) => text.includes(string)))
  const others = more.map((string) => [` Another translation: "${escaped(string)}"`])
  return { ...holder, comments: [comments, ...others].reduce(joinComments, holder.comments) }
}

function byKey(a: Message, b: Message): number {
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function keyOf({ context, id }: Message): string {
  return catalogKey(context, id)
}
