import type { Unit } from '../../model/article.ts'
import type { Catalog, Message } from '../../model/catalog.ts'
import { findMessage, indexMessages } from '../message-index.ts'
import type { ExchangeUnit } from './exchange-unit.ts'
import { takeExact } from './take-exact.ts'
import { takeInexact } from './take-inexact.ts'
import { unitId } from './unit-id.ts'

export interface TakeInput {
  /** The article's. */
  readonly units: readonly Unit[]
  /** Synced with the article. */
  readonly catalog: Catalog
  readonly delivered: readonly ExchangeUnit[]
}

export interface Taken {
  /** The very catalog that was given where nothing of it changed. */
  readonly catalog: Catalog
  /** Messages that have new words now, finished ones or fuzzy ones. */
  readonly finished: number
  readonly fuzzy: number
  readonly left: readonly Left[]
}

/** A delivered translation that didn't become its message's words. */
export interface Left {
  readonly unit: ExchangeUnit
  /**
   * `changed`: the catalog has another translation, newer than the export; this one is in its comment.
   * `draft`: the catalog has a finished one; this one is in its comment.
   * `twice`: the file has another translation for the same text.
   * `unmatched`: the article has no such text, nor one that is near.
   */
  readonly why: 'changed' | 'draft' | 'twice' | 'unmatched'
}

/** What becomes of a message. */
export interface Change {
  readonly message: Message
  /** Whether it has other words now, or other ones are sure. */
  readonly how: 'finished' | 'fuzzy' | 'same'
  readonly left: Left | null
}

/**
 * What tools delivered, brought into a catalog.
 *
 * Laws: what was exported and comes back unchanged changes nothing; finished words are replaced only where they are those that were exported; each delivered translation is in the result, in a message or its comment, or among `left`; nothing becomes current but by a finished unit of the very same context and text.
 */
export function takeUnits({ units, catalog, delivered }: TakeInput): Taken {
  const byId = new Map(catalog.messages.filter(({ obsolete }) => !obsolete).map((message) => [unitId(message), message]))
  const { sole, twice } = distinct(delivered.map((unit) => addressed(unit, byId.get(unit.id ?? ''))))
  const index = indexMessages(catalog)
  const changes = new Map<Message, Change>()
  const open: ExchangeUnit[] = []
  for (const unit of sole) {
    const message = findMessage(index, unit.context, unit.source)
    if (message === null || message.obsolete) open.push(unit)
    else changes.set(message, takeExact(message, unit))
  }
  const unmatched = takeInexact({ units, catalog, sole, open, changes })
  const left = [
    ...twice.map((unit): Left => ({ unit, why: 'twice' })),
    ...unmatched.map((unit): Left => ({ unit, why: 'unmatched' })),
    ...[...changes.values()].flatMap((change) => change.left ?? []),
  ]
  return { ...applied(catalog, changes), left: left.sort((one, other) => one.unit.offset - other.unit.offset) }
}

/** With the context of the message that it was exported from, and the blanks of its text. */
function addressed(unit: ExchangeUnit, own: Message | undefined): ExchangeUnit {
  if (own === undefined) return unit
  if (own.id === unit.source) return { ...unit, context: own.context }
  if (own.id === unit.spaced?.source) return { ...unit, ...unit.spaced, context: own.context }
  return own.context === unit.id ? { ...unit, context: own.context } : unit
}

/** The first unit of each text that says something, and those that say something else. */
function distinct(delivered: readonly ExchangeUnit[]): { sole: ExchangeUnit[]; twice: ExchangeUnit[] } {
  const sole = new Map<string, ExchangeUnit>()
  const twice: ExchangeUnit[] = []
  for (const unit of delivered) {
    const key = JSON.stringify([unit.context, unit.source])
    const first = sole.get(key)
    if (first === undefined || first.target.trim() === '') sole.set(key, unit)
    else if (unit.target.trim() !== '' && unit.target !== first.target) twice.push(unit)
  }
  return { sole: [...sole.values()], twice }
}

function applied(catalog: Catalog, changes: ReadonlyMap<Message, Change>): Omit<Taken, 'left'> {
  const messages = catalog.messages.map((message) => changes.get(message)?.message ?? message)
  const isSame = messages.every((message, at) => message === catalog.messages[at])
  const count = (how: Change['how']) => [...changes.values()].filter((change) => change.how === how).length
  return { catalog: isSame ? catalog : { ...catalog, messages }, finished: count('finished'), fuzzy: count('fuzzy') }
}
