import type { Message } from '../../model/catalog.ts'
import { isFuzzy } from '../message-state.ts'
import type { ExchangeUnit } from './exchange-unit.ts'
import { withNotes, withWordsNoted } from './take-notes.ts'
import type { Change, Left } from './take-units.ts'
import { wordsDigest } from './unit-id.ts'

/** What a unit of the message's own context and text makes of it. */
export function takeExact(before: Message, unit: ExchangeUnit): Change {
  const message = withNotes(before, unit.notes)
  const words = before.strings[0] ?? ''
  const { target, state } = unit
  if (target.trim() === '' || isFilledIn(unit)) return { message, how: 'same', left: null }
  if (target === words) return state === 'finished' && isFuzzy(before) ? finished(message, target) : { message, how: 'same', left: null }
  if (words.trim() === '') return state === 'finished' ? finished(message, target) : fuzzy(message, target)
  const asExported = unit.exported === wordsDigest(before)
  return isFuzzy(before) ? overFuzzy(message, unit, asExported) : overFinished(message, unit, asExported)
}

/** Many tools copy the source into targets that nobody has touched. */
function isFilledIn({ source, target, state }: ExchangeUnit): boolean {
  return state === 'draft' && source === target
}

function overFuzzy(message: Message, unit: ExchangeUnit, asExported: boolean): Change {
  const { target, state } = unit
  if (state === 'finished') return finished(asExported ? message : withWordsNoted(message, message.strings[0] ?? ''), target)
  return asExported ? fuzzy(message, target) : kept(message, unit, 'changed')
}

function overFinished(message: Message, unit: ExchangeUnit, asExported: boolean): Change {
  if (unit.state === 'draft') return kept(message, unit, 'draft')
  return asExported ? finished(message, unit.target) : kept(message, unit, 'changed')
}

export function kept(message: Message, unit: ExchangeUnit, why: Left['why']): Change {
  return { message: withWordsNoted(message, unit.target), how: 'same', left: { unit, why } }
}

function finished(message: Message, words: string): Change {
  const flags = message.flags.filter((flag) => flag !== 'fuzzy')
  return { message: { ...withWords(message, words), flags, previous: null }, how: 'finished', left: null }
}

function fuzzy(message: Message, words: string): Change {
  const flags = isFuzzy(message) ? message.flags : ['fuzzy', ...message.flags]
  return { message: { ...withWords(message, words), flags }, how: 'fuzzy', left: null }
}

function withWords(message: Message, words: string): Message {
  return { ...message, strings: [words, ...message.strings.slice(1)] }
}
