import type { Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import { align } from './align.ts'
import { catalogKey } from './catalog-key.ts'
import { joinComments } from './join-comments.ts'
import { keepDropped } from './keep-dropped.ts'
import { findMessage, findOccurrence, indexMessages, type MessageIndex } from './message-index.ts'
import { wordsOf } from './message-state.ts'
import { syncHeaders } from './sync-headers.ts'
import { labelled } from './unit-label.ts'

export interface SyncOptions {
  /** An article's, in reading order. */
  readonly units: readonly Unit[]
  /** Null where the locale has none yet. */
  readonly catalog: Catalog | null
  readonly locale: Locale
  /** The translators' credit, for a file that names none. */
  readonly team?: string | null
  /** Drop obsolete messages. */
  readonly prune?: boolean
}

/**
 * The article's catalog, brought up to date: its messages in reading order, then the obsolete ones by context and id.
 *
 * Laws: syncing what was synced gives the same bytes; `align` finds the same words before and after; without `prune` nothing that somebody wrote is missing from the result, and a text that comes back finds the translation it had.
 */
export function syncCatalog({ units, catalog, locale, team = null, prune = false }: SyncOptions): Catalog {
  const before = catalog ?? EMPTY
  const live = liveMessages(units, align(units, before), indexMessages(before))
  const messages = keepDropped(before.messages, live)
  return {
    source: before.source,
    headers: syncHeaders(before.headers, locale, team),
    head: before.head,
    messages: prune ? messages.filter((message) => !message.obsolete) : messages,
    trailing: before.trailing,
  }
}

const EMPTY: Catalog = { source: null, headers: [], head: null, messages: [], trailing: [] }

/** By `catalogKey`, in reading order. */
function liveMessages(units: readonly Unit[], matches: readonly Match[], index: MessageIndex): Map<string, Message> {
  const live = new Map<string, Message>()
  for (const [at, unit] of units.entries()) {
    const message = messageFor(unit, matches[at] as Match, index)
    const key = message === null ? null : catalogKey(message.context, message.id)
    if (message !== null && key !== null && !live.has(key)) live.set(key, message)
  }
  return live
}

/** Null where the unit shares the message of its text's first occurrence. */
function messageFor(unit: Unit, match: Match, index: MessageIndex): Message | null {
  const context = unit.repeat === 0 ? unit.context : String(unit.repeat + 1)
  const own = unit.repeat === 0 ? findMessage(index, unit.context, unit.text) : findOccurrence(index, unit)
  if (own !== null && (unit.repeat > 0 || match.message === own)) return revived(unit, own)
  if (unit.repeat > 0 && match.message?.context !== context) return null
  return derived(unit, context, match, own)
}

function revived(unit: Unit, message: Message): Message {
  return { ...message, extracted: labelled(unit, message.extracted), obsolete: false }
}

/** The words of another message, and said to be so; or none. */
function derived(unit: Unit, context: string | null, match: Match, untranslated: Message | null): Message {
  const { message } = match
  const flags = [...(message?.flags ?? []), ...(untranslated?.flags ?? [])].filter((flag) => flag !== 'fuzzy')
  return {
    context,
    id: unit.text,
    idPlural: null,
    strings: [wordsIn(match)],
    comments: joinComments(untranslated?.comments ?? [], message?.comments ?? []),
    extracted: labelled(unit, message?.extracted ?? []),
    references: message?.references ?? [],
    flags: message === null ? [] : ['fuzzy', ...new Set(flags)],
    previous: match.kind === 'outdated' ? match.previous : null,
    obsolete: false,
    line: 0,
  }
}

function wordsIn(match: Match): string {
  if (match.kind !== 'missing') return match.text
  return match.message === null ? '' : wordsOf(match.message)
}
