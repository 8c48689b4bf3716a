import type { Message } from '../model/catalog.ts'
import type { Edition } from '../model/edition.ts'

/** The message of the edition's own catalog that translates the unit as it stands now; null where it is fuzzy, missing or another locale's. */
export function currentTranslation({ words, locale }: Edition, unit: number): Message | null {
  const found = words[unit]
  if (found === undefined || found.origin !== 'translated' || found.locale !== locale) return null
  const { message } = found
  return message === null || message.obsolete || message.flags.includes('fuzzy') || message.line === 0 ? null : message
}
