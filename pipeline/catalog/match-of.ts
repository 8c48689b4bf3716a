import type { Message } from '../model/catalog.ts'
import type { How, Match } from '../model/match.ts'
import { isCurrent, previousIn, wordsOf } from './message-state.ts'

/** The match of a unit with the message of its own context and text. */
export function ownMatch(message: Message): Match {
  return isCurrent(message) ? { kind: 'exact', message, text: message.strings[0] ?? '' } : inexactMatch(message, message.context, 'fuzzy')
}

/**
 * A message whose words are at best near: outdated where it says what they translate, missing else.
 *
 * @param context of the message that will hold the words
 */
export function inexactMatch(message: Message, context: string | null, how: How, text = wordsOf(message)): Match {
  const previous = text === '' ? null : previousIn(context, message)
  return previous === null ? { kind: 'missing', message } : { kind: 'outdated', message, text, how, previous }
}
