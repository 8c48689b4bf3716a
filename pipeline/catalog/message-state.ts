import type { Message, Previous } from '../model/catalog.ts'

/** What a message's words translate. */
export interface WordsSource {
  readonly context: string | null
  readonly id: string
}

/** Somebody wrote words into it, finished or not; blanks are none. */
export function hasWords(message: Message): boolean {
  return wordsOf(message) !== ''
}

/** Its first text that isn't blank. */
export function wordsOf(message: Message): string {
  return message.strings.find((string) => string.trim() !== '') ?? ''
}

export function isFuzzy(message: Message): boolean {
  return message.flags.includes('fuzzy')
}

/** Whether its words are those of its id, and may be published as such; an obsolete message's were, and are again once its text is back. */
export function isCurrent(message: Message): boolean {
  return !isFuzzy(message) && (message.strings[0] ?? '').trim() !== ''
}

/** Its own id, or that of `#|`; null where a fuzzy message doesn't say. */
export function sourceOf(message: Message): WordsSource | null {
  if (!isFuzzy(message)) return message
  const { previous } = message
  if (previous === null || previous.id === null) return null
  return { context: previous.context ?? message.context, id: previous.id }
}

/** The source as the `#|` of a message in `context` says it. */
export function previousIn(context: string | null, message: Message): Previous | null {
  const source = sourceOf(message)
  if (source === null) return null
  const idPlural = isFuzzy(message) ? (message.previous?.idPlural ?? null) : message.idPlural
  return { context: source.context === context ? null : source.context, id: source.id, idPlural }
}

/** Given by a translator's hand to the second, third… occurrence of a text: `2`, `3`… */
export function isOccurrence(context: string | null): boolean {
  return context !== null && /^([2-9]|[1-9]\d+)$/.test(context)
}
