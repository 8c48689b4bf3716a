import type { Message } from '../model/catalog.ts'
import { escaped } from './escaped.ts'
import { joinComments } from './join-comments.ts'
import { isOriginComment } from './memory/origin-comment.ts'
import { mergeLines, same } from './merge-lines.ts'
import { hasWords, isFuzzy } from './message-state.ts'

interface MergedMessage {
  readonly message: Message | null
  /** Both sides changed its words differently. */
  readonly conflict: boolean
}

type IsKnown = (words: string) => boolean

/**
 * One message of three versions.
 *
 * Finished words win over fuzzy ones, any words over none; two finished ones are a conflict.
 *
 * @param base null where it is new; `ours`, `theirs` null where that side has none
 * @param isKnown whether words stand elsewhere, so that a suggestion made of them may go
 */
export function mergeMessage(base: Message | null, ours: Message | null, theirs: Message | null, isKnown: IsKnown): MergedMessage {
  if (ours === null || theirs === null) return settled(oneSided(base, ours ?? theirs))
  if (base !== null && equal(base, theirs)) return settled(ours)
  if (base !== null && equal(base, ours)) return settled(theirs)
  return bothChanged(base ?? blank(ours), ours, theirs, isKnown)
}

function settled(message: Message | null): MergedMessage {
  return { message, conflict: false }
}

/** The other side took the message away, which loses to words or comments that are new on this side. */
function oneSided(base: Message | null, left: Message | null): Message | null {
  if (base === null || left === null) return left
  const isNew = !same(base.strings, left.strings) || !same(base.comments, left.comments)
  return isNew ? { ...left, obsolete: true } : null
}

function blank(message: Message): Message {
  return {
    ...message,
    idPlural: null,
    strings: [''],
    comments: [],
    extracted: [],
    references: [],
    flags: [],
    previous: null,
    obsolete: false,
  }
}

function bothChanged(base: Message, ours: Message, theirs: Message, isKnown: IsKnown): MergedMessage {
  const words = mergeWords(base, ours, theirs, isKnown)
  const flags = mergeLines(withoutFuzzy(base), withoutFuzzy(ours), withoutFuzzy(theirs))
  const message: Message = {
    ...ours,
    idPlural: base.idPlural === ours.idPlural ? theirs.idPlural : ours.idPlural,
    strings: words.from.strings,
    comments: joinComments(mergeLines(base.comments, ours.comments, theirs.comments), words.lost),
    extracted: mergeLines(base.extracted, ours.extracted, theirs.extracted),
    references: mergeLines(base.references, ours.references, theirs.references),
    flags: isFuzzy(words.from) || words.conflict ? ['fuzzy', ...flags] : flags,
    previous: words.from.previous,
    obsolete: base.obsolete === ours.obsolete ? theirs.obsolete : ours.obsolete,
  }
  return { message, conflict: words.conflict }
}

interface MergedWords {
  /** Whose words, `fuzzy` and `#|` are taken. */
  readonly from: Message
  /** The other side's words, as a comment. */
  readonly lost: readonly string[]
  readonly conflict: boolean
}

function mergeWords(base: Message, ours: Message, theirs: Message, isKnown: IsKnown): MergedWords {
  if (sameWords(ours, theirs) || sameWords(base, theirs) || !hasWords(theirs)) return { from: ours, lost: [], conflict: false }
  if (sameWords(base, ours) || !hasWords(ours)) return { from: theirs, lost: [], conflict: false }
  if (same(ours.strings, theirs.strings)) return { from: doubtedOrConfirmed(base, ours, theirs), lost: [], conflict: false }
  if (isMerely(theirs, isKnown) || (isFuzzy(theirs) && !isFuzzy(ours)))
    return { from: ours, lost: asComments(theirs, isKnown), conflict: false }
  if (isMerely(ours, isKnown) || isFuzzy(ours) !== isFuzzy(theirs))
    return { from: theirs, lost: asComments(ours, isKnown), conflict: false }
  return { from: ours, lost: asComments(theirs, () => false), conflict: true }
}

/** Of the same words the fuzzy ones, unless they were a suggestion that the other side took as it was. */
function doubtedOrConfirmed(base: Message, ours: Message, theirs: Message): Message {
  const [fuzzy, sure] = isFuzzy(ours) ? [ours, theirs] : [theirs, ours]
  const isSuggested = fuzzy.previous !== null || fuzzy.extracted.some(isOriginComment)
  return isSuggested && !hasWords(base) ? sure : fuzzy
}

/** A suggestion that nobody worked on. */
function isMerely(message: Message, isKnown: IsKnown): boolean {
  return isFuzzy(message) && message.strings.every(isKnown)
}

function asComments({ strings }: Message, isKnown: IsKnown): string[] {
  const lost = strings.filter((string) => string.trim() !== '' && !isKnown(string))
  return lost.map((string) => ` Another translation: "${escaped(string)}"`)
}

function sameWords(one: Message, other: Message): boolean {
  return same(one.strings, other.strings) && isFuzzy(one) === isFuzzy(other) && one.previous?.id === other.previous?.id
}

function withoutFuzzy({ flags }: Message): string[] {
  return flags.filter((flag) => flag !== 'fuzzy')
}

function equal(one: Message, other: Message): boolean {
  const lists = ['strings', 'comments', 'extracted', 'references', 'flags'] as const
  return (
    lists.every((list) => same(one[list], other[list])) &&
    sameWords(one, other) &&
    one.idPlural === other.idPlural &&
    one.obsolete === other.obsolete
  )
}
