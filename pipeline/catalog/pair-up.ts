import type { Unit } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'
import type { Gaps } from './gaps.ts'
import { isOccurrence, sourceOf } from './message-state.ts'
import { gramsOf, overlapWith } from './overlap.ts'
import { likeness, similarityTo } from './similarity.ts'
import { kindOf } from './unit-label.ts'

export interface Pair {
  readonly unit: number
  readonly message: Message
  /** Both stand between the same unchanged neighbours. */
  readonly neighbours: boolean
}

/** Anywhere in the file. */
const SIMILAR = 0.6
/** Between unchanged neighbours: just above what unrelated texts reach. */
const NEAR = 0.5
/** Of their runs of three characters; unrelated texts share 0.05 to 0.3. */
const SHARED = 0.25
/** Of two equally similar ones, the one between the same neighbours. */
const HOME = 0.15

/**
 * Units and messages that belong together, one to one, the surest first.
 *
 * Similar ones anywhere; less similar ones between the same unchanged neighbours; and whatever stands alone there, or alone in a context of the front matter, on both sides.
 *
 * @param open indexes of units without a match
 * @param free messages with words that no unit uses
 * @param awaiting live messages that no unit uses, with words or without
 */
export function pairUp(
  units: readonly Unit[],
  open: readonly number[],
  free: readonly Message[],
  awaiting: readonly Message[],
  gaps: Gaps,
): Pair[] {
  const alone = soleFinder(units, open, awaiting, gaps)
  const overlap = overlapWith(free.map((message) => (sourceOf(message) ?? message).id))
  const candidates = open.flatMap((at) => {
    const unit = units[at] as Unit
    const common = overlap.commonWith(unit.text)
    const size = gramsOf(unit.text).size
    const near = free.filter((message, each) => 2 * (common[each] ?? 0) >= SHARED * (size + overlap.size(each)) || alone(at, message))
    return near.length === 0 ? [] : candidatesFor(unit, at, near, gaps, alone)
  })
  candidates.sort(surestFirst)
  const takenUnits = new Set<number>()
  const takenMessages = new Set<Message>()
  return candidates.filter(({ unit, message }) => {
    if (takenUnits.has(unit) || takenMessages.has(message)) return false
    takenUnits.add(unit)
    takenMessages.add(message)
    return true
  })
}

interface Candidate extends Pair {
  readonly score: number
}

function surestFirst(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.unit !== b.unit) return a.unit - b.unit
  if (a.message.obsolete !== b.message.obsolete) return a.message.obsolete ? 1 : -1
  return keyOf(a.message) < keyOf(b.message) ? -1 : 1
}

function keyOf({ context, id }: Message): string {
  return catalogKey(context, id)
}

type IsAlone = (unit: number, message: Message) => boolean

function candidatesFor(unit: Unit, at: number, free: readonly Message[], gaps: Gaps, isAlone: IsAlone): Candidate[] {
  const similarity = similarityTo(unit.text)
  return free.flatMap((message) => {
    const source = sourceOf(message) ?? message
    if (!mayHold(source.context, unit.context)) return []
    const neighbours = !message.obsolete && gaps.ofMessage.get(message) === gaps.ofUnit[at]
    const least = neighbours ? NEAR : SIMILAR
    const score = scored(similarity, unit.text, source.id, isAlone(at, message) ? 0 : least)
    return score === null ? [] : [{ unit: at, message, neighbours, score: score + (neighbours ? HOME : 0) }]
  })
}

function scored(similarity: (other: string) => number, text: string, id: string, least: number): number | null {
  if (likeness(text.length, id.length) < least) return null
  const like = similarity(id)
  return like < least ? null : like
}

/** The words of another context are no help, but for those made for a repeated text that is repeated no more. */
function mayHold(theirs: string | null, ours: string | null): boolean {
  return theirs === ours || (ours === null && isOccurrence(theirs))
}

/** Whether unit and message are the only open ones of their gap, or of their context, on either side. */
function soleFinder(units: readonly Unit[], open: readonly number[], awaiting: readonly Message[], gaps: Gaps): IsAlone {
  const unitPlaces = counted(open.map((at) => placeOf((units[at] as Unit).context, gaps.ofUnit[at])))
  const messagePlaces = counted(awaiting.map((message) => placeOf(message.context, gaps.ofMessage.get(message))))
  return (at, message) => {
    const { kind, context } = units[at] as Unit
    const place = placeOf(context, gaps.ofUnit[at])
    if (message.obsolete || place !== placeOf(message.context, gaps.ofMessage.get(message))) return false
    const labelled = kindOf(message)
    return (labelled === null || labelled === kind) && unitPlaces.get(place) === 1 && messagePlaces.get(place) === 1
  }
}

function placeOf(context: string | null, gap: number | undefined): string {
  return context === null ? `gap ${gap}` : `context ${context}`
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
