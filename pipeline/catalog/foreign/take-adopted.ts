import type { Catalog } from '../../model/catalog.ts'
import { type BroughtIn, bringIn, type Fate } from '../bring-in.ts'
import { catalogKey } from '../catalog-key.ts'
import { hasWords } from '../message-state.ts'
import type { AdoptedText } from './adopt.ts'

/**
 * Fill a synced catalog with what another system's has for it.
 *
 * Laws: those of `bringIn`; an unsure text for a message that has other words isn't even a comment.
 */
export function takeAdopted(catalog: Catalog, texts: readonly AdoptedText[]): BroughtIn {
  const messages = new Map(catalog.messages.map((message) => [catalogKey(message.context, message.id), message]))
  const isWelcome = ({ unit, text, doubt }: AdoptedText): boolean => {
    const message = messages.get(catalogKey(unit.context, unit.text))
    return doubt === null || message === undefined || !hasWords(message) || message.strings.includes(text)
  }
  const welcome = texts.filter(isWelcome)
  const { catalog: after, fates } = bringIn(catalog, welcome)
  const became = new Map(welcome.map((text, at) => [text, fates[at] as Fate]))
  return { catalog: after, fates: texts.map((text) => became.get(text) ?? 'kept') }
}
