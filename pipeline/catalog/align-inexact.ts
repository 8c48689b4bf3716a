import type { Unit } from '../model/article.ts'
import type { Catalog, Message, Previous } from '../model/catalog.ts'
import type { Match } from '../model/match.ts'
import { catalogKey } from './catalog-key.ts'
import { gapsBetween } from './gaps.ts'
import { cutLike, joinTexts } from './halves.ts'
import { inexactMatch, ownMatch } from './match-of.ts'
import { findMessage, findOccurrence, type MessageIndex } from './message-index.ts'
import { hasWords, isFuzzy, isOccurrence, sourceOf, wordsOf } from './message-state.ts'
import { pairUp } from './pair-up.ts'
import { findRegroupings } from './split-and-merge.ts'

/** A unit's match as far as it is known, and the messages that are spoken for. */
interface Draft {
  readonly units: readonly Unit[]
  readonly index: MessageIndex
  readonly messages: readonly Message[]
  readonly matches: (Match | null)[]
  readonly used: Set<Message>
}

/**
 * Matches for the units that have no exact one, from the surest step to the least sure.
 *
 * @param exact a match or null for each unit
 */
export function alignInexact(
  units: readonly Unit[],
  { messages }: Catalog,
  index: MessageIndex,
  exact: readonly (Match | null)[],
): Match[] {
  const draft: Draft = { units, index, messages, matches: [...exact], used: new Set() }
  for (const match of draft.matches) if (match?.message) draft.used.add(match.message)
  takeOwn(draft)
  takeSameSource(draft)
  takeRegroupings(draft)
  takePairs(draft, (message) => !isOccurrence(message.context))
  takeRepeats(draft)
  takePairs(draft, (message) => isOccurrence(message.context))
  takeRepeats(draft)
  return draft.matches.map((match) => match ?? { kind: 'missing', message: null })
}

/** The message that stands for this very text, fuzzy or untranslated. */
function takeOwn(draft: Draft): void {
  for (const [at, unit] of draft.units.entries()) {
    const own = findMessage(draft.index, unit.context, unit.text)
    if (draft.matches[at] === null && own !== null && isFirst(unit)) settle(draft, at, ownMatch(own))
  }
}

/** A text that came back while a later one's message still holds its words. */
function takeSameSource(draft: Draft): void {
  const bySource = freeBySource(draft)
  for (const [at, unit] of draft.units.entries()) {
    const match = draft.matches[at] ?? null
    const message = bySource.get(catalogKey(unit.context, unit.text))
    const isOpen = match === null || (match.kind === 'missing' && match.message !== null && !hasWords(match.message))
    if (message !== undefined && isOpen && isFirst(unit)) settle(draft, at, inexactMatch(message, unit.context, 'similar'))
  }
}

function freeBySource({ messages, used }: Draft): Map<string, Message> {
  const bySource = new Map<string, Message>()
  for (const message of messages) {
    const source = isFuzzy(message) && hasWords(message) && !used.has(message) ? sourceOf(message) : null
    if (source === null) continue
    const key = catalogKey(source.context, source.id)
    const rival = bySource.get(key)
    if (rival === undefined || isBetter(message, rival)) bySource.set(key, message)
  }
  return bySource
}

/** A live one rather than an obsolete one, a longer text rather than a shorter one; the keys decide where that is equal. */
function isBetter(a: Message, b: Message): boolean {
  if (a.obsolete !== b.obsolete) return b.obsolete
  const [length, other] = [wordsOf(a).length, wordsOf(b).length]
  return length === other ? catalogKey(a.context, a.id) < catalogKey(b.context, b.id) : length > other
}

function takeRegroupings(draft: Draft): void {
  const free = freeMessages(draft, (message) => !isOccurrence(message.context))
  for (const { how, units, messages } of findRegroupings(draft.units, openUnits(draft), free, liveMessages(draft))) {
    if (how === 'split') takeSplit(draft, units, messages[0] as Message)
    else takeMerge(draft, units[0] as number, messages)
  }
}

function takeSplit(draft: Draft, parts: readonly number[], message: Message): void {
  const words = wordsOf(message)
  const texts = parts.map((at) => (draft.units[at] as Unit).text)
  const cut = cutLike(texts, sourceOf(message)?.id ?? '', words)
  for (const [nth, at] of parts.entries()) settle(draft, at, inexactMatch(message, null, 'split', cut?.[nth] ?? words))
}

function takeMerge(draft: Draft, at: number, messages: readonly Message[]): void {
  const text = joinTexts(messages.map(wordsOf))
  const previous = { context: null, id: joinTexts(messages.map((message) => sourceOf(message)?.id ?? '')), idPlural: null }
  settle(draft, at, { kind: 'outdated', message: messages[0] as Message, text, how: 'merge', previous })
  for (const message of messages) draft.used.add(message)
}

function takePairs(draft: Draft, isWanted: (message: Message) => boolean): void {
  const free = freeMessages(draft, isWanted)
  const open = openUnits(draft)
  if (free.length === 0 || open.length === 0) return
  const live = liveMessages(draft)
  const awaiting = live.filter((message) => !draft.used.has(message) && isWanted(message))
  const gaps = gapsBetween(
    draft.matches.map((match) => match?.message ?? null),
    live,
  )
  for (const { unit, message, neighbours } of pairUp(draft.units, open, free, awaiting, gaps)) {
    const { context } = draft.units[unit] as Unit
    settle(draft, unit, inexactMatch(message, context, neighbours ? 'neighbours' : 'similar'))
  }
}

/** A repeated text shares the message of its first occurrence, unless it has one of its own, for this text or for the one before. */
function takeRepeats(draft: Draft): void {
  const first = new Map<string, Match | null>()
  const taken = new Set(draft.used)
  for (const [at, unit] of draft.units.entries()) {
    const key = catalogKey(unit.context, unit.text)
    if (isFirst(unit)) first.set(key, draft.matches[at] ?? null)
    else if (draft.matches[at] === null) takeRepeat(draft, at, unit, first.get(key) ?? null, taken)
  }
}

/** @param taken before any repeat was looked at: both halves of a split may have the words of one occurrence */
function takeRepeat(draft: Draft, at: number, unit: Unit, shared: Match | null, taken: ReadonlySet<Message>): void {
  const own = findOccurrence(draft.index, unit)
  const before = shared?.kind === 'outdated' ? earlierOccurrence(draft.index, taken, unit, shared.previous) : null
  const context = String(unit.repeat + 1)
  if (own !== null && hasWords(own)) settle(draft, at, inexactMatch(own, context, 'fuzzy'))
  else if (before !== null) settle(draft, at, inexactMatch(before, context, 'similar'))
  else if (shared !== null) settle(draft, at, shared)
}

/** The message for this occurrence of the text that the shared words translate. */
function earlierOccurrence(index: MessageIndex, taken: ReadonlySet<Message>, unit: Unit, previous: Previous): Message | null {
  const message = previous.context === null && previous.id !== null ? findOccurrence(index, unit, previous.id) : null
  return message !== null && hasWords(message) && !taken.has(message) ? message : null
}

function settle({ matches, used }: Draft, at: number, match: Match): void {
  matches[at] = match
  if (match.message !== null) used.add(match.message)
}

function isFirst(unit: Unit): boolean {
  return unit.repeat === 0
}

function openUnits({ units, matches }: Draft): number[] {
  return [...units.keys()].filter((at) => matches[at] === null && isFirst(units[at] as Unit))
}

function freeMessages({ messages, used }: Draft, isWanted: (message: Message) => boolean): Message[] {
  return messages.filter((message) => !used.has(message) && hasWords(message) && isWanted(message))
}

function liveMessages({ messages }: Draft): Message[] {
  return messages.filter((message) => !message.obsolete)
}
