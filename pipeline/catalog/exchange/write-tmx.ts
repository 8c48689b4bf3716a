import type { Catalog, Message } from '../../model/catalog.ts'
import type { Locale } from '../../model/locale.ts'
import { isCurrent } from '../message-state.ts'
import { unitId, wordsDigest } from './unit-id.ts'
import { isXmlText, xmlAttribute, xmlText } from './xml-text.ts'

export interface TmxEdition {
  readonly catalog: Catalog
  /** The article's path. */
  readonly original: string
  readonly source: Locale
}

export interface TmxInput {
  readonly editions: readonly TmxEdition[]
  /** The site's own. */
  readonly source: Locale
  readonly target: Locale
}

/**
 * All that is translated into one locale and current, as TMX 1.4.
 *
 * Law: the same catalogs give the same bytes. Pairs with characters that XML can't hold aren't in it: see `unfit`.
 */
export function writeTmx({ editions, source, target }: TmxInput): string {
  const units = editions.flatMap((edition) => pairsOf(edition.catalog).map((message) => unit(message, edition, target)))
  const header = `creationtool="Colophon" creationtoolversion="1" segtype="paragraph" o-tmf="PO" adminlang="en" srclang="${source}" datatype="plaintext"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header ${header}/>
  <body>
${units.join('')}  </body>
</tmx>
`
}

/** Translations that are in the file. */
export function pairCount(catalog: Catalog): number {
  return pairsOf(catalog).length
}

/** Current messages that TMX, which knows no escape for them, can't hold. */
export function unfit({ messages }: Catalog): Message[] {
  return messages.filter((message) => isWanted(message) && !isFit(message))
}

function pairsOf({ messages }: Catalog): Message[] {
  return messages.filter((message) => isWanted(message) && isFit(message))
}

function isWanted(message: Message): boolean {
  return !message.obsolete && isCurrent(message)
}

function isFit({ context, id, strings }: Message): boolean {
  return isXmlText(id) && isXmlText(strings[0] ?? '') && isXmlText(context ?? '')
}

function unit(message: Message, { original, source }: TmxEdition, target: Locale): string {
  const { context, id, strings } = message
  return `    <tu tuid="${xmlAttribute(`${original}#${unitId(message)}`)}" srclang="${source}">
      <prop type="x-article">${xmlText(original)}</prop>
${context === null ? '' : `      <prop type="x-context">${xmlText(context)}</prop>\n`}      <prop type="x-words">${wordsDigest(message)}</prop>
      <tuv xml:lang="${source}"><seg>${xmlText(id)}</seg></tuv>
      <tuv xml:lang="${target}"><seg>${xmlText(strings[0] ?? '')}</seg></tuv>
    </tu>
`
}
