import { likeness, similarityTo } from '../similarity.ts'
import { type Postings, postingsOf } from './postings.ts'
import type { Segment } from './segment.ts'
import { termsOf } from './terms.ts'

export interface TranslationMemory {
  /** The translations of exactly this text. */
  exact(source: string): readonly Segment[]
  /** The translations of texts near to this one, at least as like as `least` (see `similarityTo`), most like first; not those of the text itself. */
  close(source: string, least?: number): Recalled[]
}

/** All that was said for one text. */
export interface Recalled {
  readonly source: string
  /** From 0 to 1. */
  readonly likeness: number
  readonly segments: readonly Segment[]
}

/** Texts that share most with the one asked for, and are then compared with it. */
const RANKED = 40

/** As for alignment: unrelated sentences reach 0.45. */
const CLOSE = 0.6

/**
 * What was translated before, into one locale.
 *
 * The index for `close` is built when it is first asked for; `exact` needs none. Answers don't depend on the order of the segments, but for the order of those of one text.
 */
export function translationMemory(segments: readonly Segment[]): TranslationMemory {
  const bySource = Map.groupBy(segments, ({ source }) => source)
  let index: SourceIndex | null = null
  return {
    exact: (source) => bySource.get(source) ?? [],
    close(source, least = CLOSE) {
      index ??= indexOf(bySource.keys())
      return nearest(index, source, least).map((found) => ({ ...found, segments: bySource.get(found.source) ?? [] }))
    },
  }
}

interface SourceIndex {
  /** Sorted: where two are equally near, the first one wins, whatever file it came from. */
  readonly sources: readonly string[]
  /** Of the sources: asking thousands of strings would wait for memory. */
  readonly lengths: Uint32Array
  readonly postings: Postings
}

function indexOf(texts: Iterable<string>): SourceIndex {
  const sources = [...texts].sort()
  return { sources, lengths: Uint32Array.from(sources, ({ length }) => length), postings: postingsOf(sources) }
}

function nearest({ sources, lengths, postings }: SourceIndex, text: string, least: number): { source: string; likeness: number }[] {
  const mayBeNear = (at: number) => likeness(text.length, lengths[at] ?? 0) >= least
  const similarity = similarityTo(text)
  return postings
    .sharing(termsOf(text), RANKED, mayBeNear)
    .map((at) => sources[at] ?? '')
    .filter((source) => source !== text)
    .map((source) => ({ source, likeness: similarity(source) }))
    .filter((found) => found.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness || (a.source < b.source ? -1 : 1))
}
