import type { Unit } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import type { Match } from '../model/match.ts'
import { ownMatch } from './match-of.ts'
import { isFuzzy } from './message-state.ts'

/**
 * The matches of a file that was synced with just these units: each has its own message, one behind the other.
 *
 * That is nearly every file of a build, and costs no table of its messages. Null where `align` must look closer.
 */
export function alignInOrder(units: readonly Unit[], messages: readonly Message[]): Match[] | null {
  const matches: Match[] = []
  let wordless = false
  for (const [at, unit] of units.entries()) {
    const message = messages[at]
    if (message === undefined || message.context !== unit.context || message.id !== unit.text) return null
    const match = ownMatch(message)
    wordless ||= match.kind === 'missing'
    matches.push(match)
  }
  // The words of a dropped fuzzy message may be those of a unit without any.
  return wordless && messages.slice(units.length).some(isFuzzy) ? null : matches
}
