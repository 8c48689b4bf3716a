import type { Catalog, Message } from '../../model/catalog.ts'
import { hasWords } from '../message-state.ts'
import { closeComment, isCloseComment } from './close-comment.ts'
import { isOriginComment, originComment } from './origin-comment.ts'
import type { CloseSegment, Segment } from './segment.ts'

/** What the translation memory has for a message. */
export interface Recall {
  /** Of exactly its text. */
  exact(message: Message): Segment | null
  /** Of texts near to it, most like first; none where nobody asked for them. */
  close(message: Message): readonly CloseSegment[]
}

/**
 * A synced catalog, its untranslated messages filled with what other articles have for exactly their text: fuzzy, without `#|`, with a comment that says where the words come from. Close ones become comments.
 *
 * A suggestion is nobody's translation: it counts as missing, for readers and for `status`. One that a translator emptied is given again; one with words is left alone. A slug is a name: it gets none.
 *
 * Law: filling what was filled gives the same bytes.
 */
export function fillFromMemory(catalog: Catalog, recall: Recall): Catalog {
  return { ...catalog, messages: catalog.messages.map((message) => (awaits(message) ? filled(message, recall) : message)) }
}

function awaits(message: Message): boolean {
  return !message.obsolete && !hasWords(message) && message.context !== 'slug'
}

function filled(message: Message, recall: Recall): Message {
  const segment = recall.exact(message)
  if (segment !== null) {
    const flags = ['fuzzy', ...message.flags.filter((flag) => flag !== 'fuzzy')]
    const from = originComment(segment.article)
    const extracted = [...message.extracted.filter((text) => text !== from && !isOriginComment(text)), from]
    return { ...message, strings: [segment.target], extracted, flags, previous: null }
  }
  const close = recall.close(message).map(closeComment)
  return close.length === 0 ? message : { ...message, extracted: [...message.extracted, ...close] }
}

/** The catalog without the close ones that an earlier run offered. */
export function withoutClose(catalog: Catalog): Catalog {
  const messages = catalog.messages.map((message) =>
    message.extracted.some(isCloseComment) ? { ...message, extracted: message.extracted.filter((text) => !isCloseComment(text)) } : message,
  )
  return { ...catalog, messages }
}
