import type { Unit } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import { joinTexts } from './halves.ts'
import { sourceOf } from './message-state.ts'
import { likeness, similarityTo } from './similarity.ts'

/** Adjacent units that were one message, or a unit that was several adjacent messages. */
export interface Regrouping {
  readonly how: 'split' | 'merge'
  /** Indexes, adjacent. */
  readonly units: readonly number[]
  readonly messages: readonly Message[]
}

/** How like the whole and its parts together must be. */
const WHOLE = 0.8
/** By how much they must be more alike than the whole and its likest part. */
const GAIN = 0.1
/** Parts at most. */
const PARTS = 4

/**
 * Paragraphs that were cut in two or more, or put together, with or without smaller edits; the surest first, no unit or message twice.
 *
 * @param open indexes of units without a match
 * @param free messages with words that no unit uses
 * @param live the file's messages that aren't obsolete, in its order
 */
export function findRegroupings(
  units: readonly Unit[],
  open: readonly number[],
  free: readonly Message[],
  live: readonly Message[],
): Regrouping[] {
  const found = [...splits(units, open, free), ...merges(units, open, free, live)].sort((a, b) => b.score - a.score)
  const taken = new Set<number | Message>()
  return found.filter(({ units: parts, messages }) => {
    const members = [...parts, ...messages]
    if (members.some((member) => taken.has(member))) return false
    for (const member of members) taken.add(member)
    return true
  })
}

interface Scored extends Regrouping {
  readonly score: number
}

function splits(units: readonly Unit[], open: readonly number[], free: readonly Message[]): Scored[] {
  const runs = runsOf(open.filter((at) => units[at]?.context === null))
  const texts = runs.map((run) => run.map((at) => (units[at] as Unit).text))
  return free.flatMap((message) => {
    const source = sourceOf(message)
    if (source === null || source.context !== null) return []
    const score = scorer(source.id)
    return runs.flatMap((run, at) => scored(score(texts[at] ?? []), { how: 'split', units: run, messages: [message] }))
  })
}

function merges(units: readonly Unit[], open: readonly number[], free: readonly Message[], live: readonly Message[]): Scored[] {
  const mergeable = new Set(free.filter((message) => sourceOf(message)?.context === null))
  const runs = runsOf([...live.keys()].filter((at) => mergeable.has(live[at] as Message))).map((run) =>
    run.map((at) => live[at] as Message),
  )
  const texts = runs.map((run) => run.map((message) => sourceOf(message)?.id ?? ''))
  return open.flatMap((at) => {
    const unit = units[at] as Unit
    if (unit.context !== null) return []
    const score = scorer(unit.text)
    return runs.flatMap((run, each) => scored(score(texts[each] ?? []), { how: 'merge', units: [at], messages: run }))
  })
}

function scored(score: number | null, regrouping: Regrouping): Scored[] {
  return score === null ? [] : [{ ...regrouping, score }]
}

/** Every stretch of 2 to `PARTS` adjacent numbers of an ascending list. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const start of numbers.keys()) {
    for (let end = start + 1; end < numbers.length && end - start < PARTS && numbers[end] === (numbers[end - 1] ?? 0) + 1; end++) {
      runs.push(numbers.slice(start, end + 1))
    }
  }
  return runs
}

function scorer(whole: string): (parts: readonly string[]) => number | null {
  const similarity = similarityTo(whole)
  return (parts) => {
    const length = parts.reduce((sum, part) => sum + part.length + 1, -1)
    if (likeness(whole.length, length) < WHOLE) return null
    const score = similarity(joinTexts(parts))
    return score >= WHOLE && parts.every((part) => score >= similarity(part) + GAIN) ? score : null
  }
}
