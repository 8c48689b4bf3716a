import type { Passage } from '../model/passage.ts'
import type { Evidence } from './evidence.ts'

/** What a document's format tells: plain text has no headings and no markup. */
export type Structure = 'marked' | 'plain'

/** A passage with what it tells. */
export interface Known {
  readonly passage: Passage
  readonly evidence: Evidence
}

/** Cost in nats of what has no partner. */
export const ALONE = 3.5

/**
 * How unlikely it is that the target translates the source, in nats, common evidence aside.
 *
 * @param ratio characters of the translation for each of the source
 */
export function passageCost(source: Known, target: Known, ratio: number, structure: Structure): number {
  return (
    kindCost(source.passage, target.passage, structure) +
    lengthCost(source.evidence.length, target.evidence.length, ratio) +
    lostCost(source.evidence, target.evidence, structure)
  )
}

/**
 * Normal in the logarithm of the lengths' ratio, as Gale and Church (1993) have it for the difference; short texts vary more.
 *
 * The spread is about twice that of 6,213 translated paragraphs of a book in four languages (its square is 0.08 to 0.007), whose tails are heavy: with theirs, `test/bench/import.ts` finds fewer pairs and more wrong ones.
 */
export function lengthCost(source: number, target: number, ratio: number): number {
  const expected = source * ratio
  const deviation = Math.log((target + 6) / (expected + 6))
  return Math.min(6, deviation ** 2 / (2 * (0.03 + 3 / (expected + 6))))
}

export function kindCost(source: Passage, target: Passage, structure: Structure): number {
  if (source.kind === 'code' || target.kind === 'code') return codeCost(source, target)
  const framed = source.frame === target.frame ? 0 : 1
  if (source.kind === target.kind) return framed + Math.min(2, Math.abs(source.level - target.level))
  return framed + (structure === 'plain' ? 0.5 : otherKindCost(source, target))
}

function codeCost(source: Passage, target: Passage): number {
  if (source.kind !== target.kind) return 30
  return source.text === target.text ? -3 : 1
}

/** Titles and standfirsts are headings and paragraphs in documents without fields for them. */
function otherKindCost(source: Passage, target: Passage): number {
  if (source.kind === 'title') return target.kind === 'heading' && target.level === 1 ? 0.3 : 6
  if (source.kind === 'description') return target.kind === 'paragraph' ? 1.5 : 6
  return [source.kind, target.kind].some((kind) => kind === 'heading' || kind === 'table cell') ? 5 : 2.5
}

/** Of two passages that make one: where that one has several sentences. */
export function regroupingCost(one: Passage): number {
  return /[.!?…؟۔।][\p{Pe}\p{Pf}"'*_]*\s+\S|[。！？].*[。！？]/u.test(one.text) ? 4.5 : 8
}

function lostCost(source: Evidence, target: Evidence, structure: Structure): number {
  const numbers = Math.abs(source.numbers.length - target.numbers.length) * 0.7
  if (structure === 'plain') return Math.min(3, numbers)
  const links = Math.abs(source.links.length - target.links.length)
  const codes = Math.abs(source.codes.length - target.codes.length) * 0.6
  return Math.min(4, numbers + links + codes)
}
