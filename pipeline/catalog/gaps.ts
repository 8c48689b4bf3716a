import type { Message } from '../model/catalog.ts'

/**
 * Numbers of the stretches between unchanged neighbours, alike for an article's units and a file's messages.
 *
 * Unchanged neighbours are the longest run of matched units whose messages stand in the same order in the file.
 */
export interface Gaps {
  readonly ofUnit: readonly number[]
  readonly ofMessage: ReadonlyMap<Message, number>
}

/**
 * @param matched for each unit the message that it has already
 * @param live the file's messages that aren't obsolete, in its order
 */
export function gapsBetween(matched: readonly (Message | null)[], live: readonly Message[]): Gaps {
  const order = new Map(live.map((message, at) => [message, at]))
  const positions = matched.map((message) => (message === null ? -1 : (order.get(message) ?? -1)))
  const kept = longestIncreasing(positions)
  const anchors = new Set<number>()
  for (const unit of kept) anchors.add(positions[unit] ?? -1)
  return {
    ofUnit: numbered(positions.length, kept),
    ofMessage: new Map(numbered(live.length, anchors).map((gap, at) => [live[at] as Message, gap])),
  }
}

function numbered(length: number, anchors: ReadonlySet<number>): number[] {
  let gap = 0
  return Array.from({ length }, (_, at) => (anchors.has(at) ? gap++ : gap))
}

/** Indexes of a longest strictly increasing run of the numbers, the negative ones left out. */
function longestIncreasing(numbers: readonly number[]): Set<number> {
  /** For each length the index of the smallest number that ends such a run. */
  const ends: number[] = []
  const before: number[] = []
  for (const [at, number] of numbers.entries()) {
    if (number < 0) continue
    let length = ends.length
    while (length > 0 && (numbers[ends[length - 1] ?? 0] ?? 0) >= number) length--
    before[at] = ends[length - 1] ?? -1
    ends[length] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}
