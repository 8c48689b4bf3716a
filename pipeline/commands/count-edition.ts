import { sourceOf } from '../catalog/message-state.ts'
import { counts } from '../merge/edition.ts'
import { translatorsIn } from '../merge/translators-in.ts'
import type { Article } from '../model/article.ts'
import type { Edition, Words } from '../model/edition.ts'
import { addUnit, emptyTally, type Tally } from '../model/status-report.ts'

/** One translation of one article, counted. */
export interface CountedEdition {
  readonly sum: Tally
  /** By the names of who did it, or is to. */
  readonly shares: ReadonlyMap<string, Tally>
  /** The source texts that its outdated words still translate. */
  readonly previous: ReadonlySet<string>
}

/**
 * @param edition a translation; without one, as where a catalog can't be read, all is missing
 * @param words of the source, one number a unit
 */
export function countEdition(article: Article, edition: Edition | undefined, words: readonly number[]): CountedEdition {
  const sum = emptyTally()
  const shares = new Map<string, Tally>()
  const previous = new Set<string>()
  const head = edition === undefined ? [] : headNames(edition)
  for (const [index, unit] of article.units.entries()) {
    const { origin, message } = edition?.words[index] ?? nothing
    if (!counts(unit) || origin === 'source') continue
    const count = words[index] ?? 0
    addUnit(sum, origin, count)
    for (const name of namesOf(message, head)) shares.set(name, addUnit(shares.get(name) ?? emptyTally(), origin, count))
    const source = origin === 'outdated' && message !== null ? sourceOf(message) : null
    if (source !== null) previous.add(source.id)
  }
  return { sum, shares, previous }
}

const nothing: Pick<Words, 'origin' | 'message'> = { origin: 'missing', message: null }

function headNames({ catalog, credit }: Edition): string[] {
  const names = translatorsIn(catalog?.head?.comments ?? [])
  return names.length > 0 || credit === null ? names : [credit]
}

function namesOf(message: Words['message'], head: readonly string[]): readonly string[] {
  const own = message === null ? [] : translatorsIn(message.comments)
  return own.length > 0 ? own : head
}
