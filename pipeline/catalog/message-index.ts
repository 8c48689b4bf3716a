import type { Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'

/** A catalog's messages by `catalogKey`. */
export type MessageIndex = ReadonlyMap<string, Message>

export function indexMessages({ messages }: Catalog): MessageIndex {
  const index = new Map<string, Message>()
  for (const message of messages) index.set(catalogKey(message.context, message.id), message)
  return index
}

/** The message of exactly this context and text. */
export function findMessage(index: MessageIndex, context: string | null, id: string): Message | null {
  const message = index.get(catalogKey(context, id))
  return message !== undefined && message.context === context ? message : null
}

/** The message that a translator made by hand for this occurrence of a repeated text. */
export function findOccurrence(index: MessageIndex, unit: Unit, id = unit.text): Message | null {
  return unit.repeat > 0 && unit.context === null ? findMessage(index, String(unit.repeat + 1), id) : null
}
