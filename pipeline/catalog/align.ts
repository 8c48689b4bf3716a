import type { Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Match } from '../model/match.ts'
import { alignInOrder } from './align-in-order.ts'
import { alignInexact } from './align-inexact.ts'
import { ownMatch } from './match-of.ts'
import { findMessage, findOccurrence, indexMessages, type MessageIndex } from './message-index.ts'
import { isCurrent } from './message-state.ts'

/**
 * What the catalog has for each unit.
 *
 * Laws: `exact` only where context and text are the message's own (the hand-made context `2` is that of a text's second occurrence); the order of messages matters only between unchanged neighbours; what `syncCatalog` wrote aligns as what it was given.
 *
 * @returns one match a unit
 */
export function align(units: readonly Unit[], catalog: Catalog): Match[] {
  return alignInOrder(units, catalog.messages) ?? alignByIndex(units, catalog)
}

function alignByIndex(units: readonly Unit[], catalog: Catalog): Match[] {
  const index = indexMessages(catalog)
  const matches = units.map((unit) => exactMatch(unit, index))
  return matches.every((match) => match !== null) ? matches : alignInexact(units, catalog, index, matches)
}

function exactMatch(unit: Unit, index: MessageIndex): Match | null {
  const own = findOccurrence(index, unit)
  if (own !== null && isCurrent(own)) return ownMatch(own)
  const shared = findMessage(index, unit.context, unit.text)
  return shared !== null && isCurrent(shared) ? ownMatch(shared) : null
}
