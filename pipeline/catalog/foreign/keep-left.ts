import type { Catalog, Message } from '../../model/catalog.ts'
import { catalogKey } from '../catalog-key.ts'
import { oneLine } from './bare-text.ts'
import type { LeftOver } from './left-over.ts'

/** What an obsolete message needs of a translation that no unit has. */
export type LeftText = Pick<LeftOver, 'source' | 'target' | 'comments'>

/**
 * Keep translations of texts that the article has no more, obsolete: they serve the translation memory, and are there when a text comes back.
 *
 * Laws: no message is changed, and no text gets a second one; words that the catalog has for this source, even fuzzy ones, aren't kept again.
 *
 * @returns the very catalog where nothing is new, and the texts that it has now
 */
export function keepLeft<T extends LeftText>(catalog: Catalog, left: readonly T[]): { catalog: Catalog; kept: readonly T[] } {
  const messages = new Map(catalog.messages.map((message) => [catalogKey(message.context, message.id), message]))
  const before = messages.size
  const kept = left.filter((text) => {
    const message = obsoleteMessage(text)
    const key = catalogKey(null, message.id)
    if ([...messages.values()].some((other) => saysSo(other, message))) return true
    if (messages.has(key)) return false
    messages.set(key, message)
    return true
  })
  return { catalog: messages.size === before ? catalog : { ...catalog, messages: [...messages.values()] }, kept }
}

function obsoleteMessage({ source, target, comments }: LeftText): Message {
  return {
    context: null,
    id: oneLine(source),
    idPlural: null,
    strings: [oneLine(target)],
    comments,
    extracted: [],
    references: [],
    flags: [],
    previous: null,
    obsolete: true,
    line: 0,
  }
}

/** A later sync may have found a near text for the words. */
function saysSo({ id, previous, strings }: Message, message: Message): boolean {
  return (previous?.id === message.id || id === message.id) && message.strings.every((text) => strings.includes(text))
}
