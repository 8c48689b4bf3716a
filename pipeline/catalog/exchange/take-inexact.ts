import type { Unit } from '../../model/article.ts'
import type { Catalog, Message } from '../../model/catalog.ts'
import type { Match } from '../../model/match.ts'
import { align } from '../align.ts'
import { catalogKey } from '../catalog-key.ts'
import { findMessage, findOccurrence, indexMessages, type MessageIndex } from '../message-index.ts'
import { hasWords, isCurrent, isFuzzy } from '../message-state.ts'
import type { ExchangeUnit } from './exchange-unit.ts'
import { kept } from './take-exact.ts'
import { withNotes } from './take-notes.ts'
import type { Change, TakeInput } from './take-units.ts'
import { wordsDigest } from './unit-id.ts'

export interface InexactInput extends Omit<TakeInput, 'delivered'> {
  /** One a text. */
  readonly sole: readonly ExchangeUnit[]
  /** Those among them whose very text no message has. */
  readonly open: readonly ExchangeUnit[]
  /** Grows. */
  readonly changes: Map<Message, Change>
}

type Outdated = Extract<Match, { readonly kind: 'outdated' }>

/**
 * Units whose text has changed since: their words, fuzzy, with what they translate, for the text that is nearest by the alignment of `sync`.
 *
 * @returns the units that found no home
 */
export function takeInexact({ units, catalog, sole, open, changes }: InexactInput): ExchangeUnit[] {
  const worded = open.filter(({ source, target, state }) => target.trim() !== '' && !(state === 'draft' && source === target))
  if (worded.length === 0) return []
  const delivered = new Map(sole.filter(({ target }) => target.trim() !== '').map((unit) => [messageOf(unit), unit]))
  const matches = align(units, { ...catalog, messages: [...delivered.keys(), ...settled(catalog, delivered.values())] })
  const index = indexMessages(catalog)
  const homes: string[] = []
  for (const [at, match] of matches.entries()) {
    const unit = match.message === null ? undefined : delivered.get(match.message)
    const message = messageFor(units[at] as Unit, index)
    if (unit === undefined || message === null || match.kind !== 'outdated' || !worded.includes(unit)) continue
    changes.set(message, changed(changes.get(message)?.message ?? message, unit, match))
    homes.push(match.text)
  }
  return worded.filter(({ target }) => !homes.some((text) => text.includes(target)) && !isKnown(target, catalog))
}

/** A text that has its words is in no need of another's, however near it stands. */
function settled({ messages }: Catalog, delivered: Iterable<ExchangeUnit>): Message[] {
  const own = new Set([...delivered].map(({ context, source }) => catalogKey(context, source)))
  return messages.filter((message) => !message.obsolete && isCurrent(message) && !own.has(catalogKey(message.context, message.id)))
}

/** As if the tool's file were an older catalog; whether it was finished there makes no difference to another text. */
function messageOf({ context, source, target }: ExchangeUnit): Message {
  return {
    context,
    id: source,
    idPlural: null,
    strings: [target],
    comments: [],
    extracted: [],
    references: [],
    flags: [],
    previous: null,
    obsolete: false,
    line: 0,
  }
}

function messageFor(unit: Unit, index: MessageIndex): Message | null {
  return unit.repeat === 0 ? findMessage(index, unit.context, unit.text) : findOccurrence(index, unit)
}

function changed(before: Message, unit: ExchangeUnit, { text, previous }: Outdated): Change {
  const message = withNotes(before, unit.notes)
  if (message.strings[0] === text) return { message, how: 'same', left: null }
  if (isCurrent(message) || (hasWords(message) && !wasExported(message, unit))) return kept(message, unit, 'changed')
  const flags = isFuzzy(message) ? message.flags : ['fuzzy', ...message.flags]
  return { message: { ...message, strings: [text, ...message.strings.slice(1)], flags, previous }, how: 'fuzzy', left: null }
}

/** Its words are those that the tool was given, current or fuzzy then. */
function wasExported(message: Message, { exported }: ExchangeUnit): boolean {
  const flags = message.flags.filter((flag) => flag !== 'fuzzy')
  return exported !== null && [flags, ['fuzzy', ...flags]].some((each) => wordsDigest({ ...message, flags: each }) === exported)
}

/** Some message says it already, if only an obsolete one. */
function isKnown(words: string, { messages }: Catalog): boolean {
  return messages.some(({ strings }) => strings.includes(words))
}
