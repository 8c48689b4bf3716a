import type { Catalog, Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'
import { mergeHeaders } from './merge-headers.ts'
import { mergeLines } from './merge-lines.ts'
import { mergeMessage } from './merge-message.ts'
import { type CatalogKeys, mergeOrder } from './merge-order.ts'
import { indexMessages } from './message-index.ts'
import { isFuzzy } from './message-state.ts'

export interface MergeInput {
  /** The last common version; empty where both sides added the file. */
  readonly base: Catalog
  readonly ours: Catalog
  readonly theirs: Catalog
}

export interface MergedCatalog {
  readonly catalog: Catalog
  /** Messages that both sides changed differently, as merged: ours, fuzzy, theirs in a comment. */
  readonly conflicts: readonly Message[]
}

/**
 * Three versions of a PO file made one, message by message: git's lines know nothing of context and id.
 *
 * Laws: what one side alone changed is taken; nothing that either side wrote is lost; no message is current that wasn't on one of the sides; merging a side with an unchanged one gives that side; where there is no conflict, swapping the sides gives the same words. Obsolete messages come last, by context and id, as `syncCatalog` has them.
 */
export function mergeCatalogs({ base, ours, theirs }: MergeInput): MergedCatalog {
  const [before, our, their] = [indexMessages(base), indexMessages(ours), indexMessages(theirs)]
  const isKnown = knownWords([...base.messages, ...ours.messages, ...theirs.messages])
  const conflicts: Message[] = []
  const merged = mergeOrder(keysOf(base), keysOf(ours), keysOf(theirs)).flatMap((key) => {
    const { message, conflict } = mergeMessage(before.get(key) ?? null, our.get(key) ?? null, their.get(key) ?? null, isKnown)
    if (conflict && message !== null) conflicts.push(message)
    return message === null ? [] : [message]
  })
  const obsolete = merged.filter((message) => message.obsolete).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return {
    catalog: {
      source: ours.source,
      headers: mergeHeaders(base.headers, ours.headers, theirs.headers),
      head: mergeMessage(headOf(base), headOf(ours), headOf(theirs), isKnown).message,
      messages: [...merged.filter((message) => !message.obsolete), ...obsolete],
      trailing: mergeLines(base.trailing, ours.trailing, theirs.trailing),
    },
    conflicts,
  }
}

function keysOf({ messages }: Catalog): CatalogKeys {
  const [live, obsolete] = [messages.filter((message) => !message.obsolete), messages.filter((message) => message.obsolete)]
  return { live: live.map(keyOf), obsolete: obsolete.map(keyOf) }
}

function keyOf({ context, id }: Message): string {
  return catalogKey(context, id)
}

/** Its text stands in the headers. */
function headOf({ head }: Catalog): Message | null {
  return head === null ? null : { ...head, strings: [''] }
}

/** Of a message that isn't fuzzy, on whatever side: they aren't lost where a suggestion made of them is. */
function knownWords(messages: readonly Message[]): (words: string) => boolean {
  const known = new Set(messages.filter((message) => !isFuzzy(message)).flatMap(({ strings }) => strings))
  return (words) => known.has(words)
}
