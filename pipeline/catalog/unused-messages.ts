import type { Catalog, Message } from '../model/catalog.ts'
import type { Match } from '../model/match.ts'
import { hasWords } from './message-state.ts'

/** Messages with words that no unit uses, though they aren't obsolete: `sync` would make them so. */
export function unusedMessages({ messages }: Catalog, matches: readonly Match[]): Message[] {
  const used = new Set(matches.map(({ message }) => message))
  return messages.filter((message) => !message.obsolete && hasWords(message) && !used.has(message))
}
