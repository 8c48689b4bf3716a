import type { Message } from '../../model/catalog.ts'
import { digest } from '../../model/digest.ts'
import { catalogKey } from '../catalog-key.ts'
import { isFuzzy } from '../message-state.ts'
import { kindOf } from '../unit-label.ts'

/**
 * What a message is called in a file for other tools: `title`, `paragraph-the-harbour-opens-on-1f3a9c2e01b4`.
 *
 * Of its context and text alone, so that it stays the same while the article around it changes; an XML NMTOKEN.
 */
export function unitId(message: Message): string {
  const { context, id } = message
  if (context !== null && FRONT_MATTER.test(context)) return context
  const words = id.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const kind = (kindOf(message) ?? 'text').replaceAll(' ', '-')
  return [kind, ...words.slice(0, 4).map((word) => word.slice(0, 16)), digest(catalogKey(context, id)).slice(0, 12)].join('-')
}

/** Tells whether a message still says what was exported. */
export function wordsDigest(message: Message): string {
  return digest(`${isFuzzy(message) ? 'fuzzy' : ''}\0${message.strings[0] ?? ''}`).slice(0, 16)
}

const FRONT_MATTER = /^(?:title|description|slug|place|image\.(?:alt|caption|credit))$/
