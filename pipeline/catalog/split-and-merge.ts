import type { Unit } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import { joinTexts } from './halves.ts'
import { sourceOf } from './message-state.ts'
import { overlapWith } from './overlap.ts'
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
/** Of a part's runs of three characters, in the whole: a cheap sieve. */
const SHARED = 0.5
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
  const parts = open.filter((at) => units[at]?.context === null)
  const wholes = free.filter((message) => sourceOf(message)?.context === null)
  const texts = parts.map((at) => (units[at] as Unit).text)
  return regroupings(wholes.map(sourceText), texts, parts).map(({ whole, run, score }) => {
    return { how: 'split', units: run.map((part) => parts[part] as number), messages: [wholes[whole] as Message], score }
  })
}

function merges(units: readonly Unit[], open: readonly number[], free: readonly Message[], live: readonly Message[]): Scored[] {
  const mergeable = new Set(free.filter((message) => sourceOf(message)?.context === null))
  const places = [...live.keys()].filter((at) => mergeable.has(live[at] as Message))
  const parts = places.map((at) => live[at] as Message)
  const wholes = open.filter((at) => units[at]?.context === null)
  const texts = wholes.map((at) => (units[at] as Unit).text)
  return regroupings(texts, parts.map(sourceText), places).map(({ whole, run, score }) => {
    return { how: 'merge', units: [wholes[whole] as number], messages: run.map((part) => parts[part] as Message), score }
  })
}

function sourceText(message: Message): string {
  return sourceOf(message)?.id ?? ''
}

/** Every whole with every run of parts that makes it up. @param places of the parts, ascending; neighbours have adjacent ones */
function regroupings(wholes: readonly string[], parts: readonly string[], places: readonly number[]): Regrouped[] {
  if (!places.some((place, at) => places[at + 1] === place + 1)) return []
  const overlap = overlapWith(parts)
  return wholes.flatMap((text, whole) => {
    const common = overlap.commonWith(text)
    const near = [...parts.keys()].filter((part) => (common[part] ?? 0) >= SHARED * overlap.size(part))
    if (near.length < 2) return []
    const score = scorer(text)
    return runsOf(near, places).flatMap((run) => {
      const found = score(run.map((part) => parts[part] ?? ''))
      return found === null ? [] : [{ whole, run, score: found }]
    })
  })
}

interface Regrouped {
  readonly whole: number
  /** Indexes of the parts. */
  readonly run: readonly number[]
  readonly score: number
}

/** Every stretch of 2 to `PARTS` of the parts whose places are adjacent. */
function runsOf(parts: readonly number[], places: readonly number[]): number[][] {
  const runs: number[][] = []
  const follows = (at: number) => at < parts.length && places[parts[at] ?? 0] === (places[parts[at - 1] ?? 0] ?? 0) + 1
  for (const start of parts.keys()) {
    for (let end = start + 1; end - start < PARTS && follows(end); end++) runs.push(parts.slice(start, end + 1))
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
