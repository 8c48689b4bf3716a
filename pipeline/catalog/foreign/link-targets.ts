import { oneLine } from './bare-text.ts'
import { linksIn } from './links-in.ts'

export interface Targeted {
  /** On one line, its links with the unit's targets. */
  readonly text: string
  /** Whether each link's target is surely the unit's. */
  readonly whole: boolean
}

/**
 * A translation with the unit's targets in the place of its own source's: another system wrote `[it][1]`, or the target has moved.
 *
 * @param id what the translation translates
 * @param unit the unit's text
 */
export function withTargets(id: string, translation: string, unit: string): Targeted {
  const text = oneLine(translation)
  const [theirs, ours] = [id, unit].map((one) => linksIn(oneLine(one)).map(({ tail }) => tail)) as [string[], string[]]
  if (theirs.length === ours.length && theirs.every((tail, at) => tail === ours[at])) return { text, whole: true }
  const targets = pairedTails(theirs, ours)
  let [at, out, whole] = [0, '', theirs.every((tail) => targets.has(tail))]
  for (const { tail, start, end } of linksIn(text)) {
    const target = targets.get(tail)
    if (target === undefined) whole = false
    out += text.slice(at, start) + (target ?? text.slice(start, end))
    at = end
  }
  return { text: out + text.slice(at), whole }
}

/** By their place; none for a tail that would stand for two targets. */
function pairedTails(theirs: readonly string[], ours: readonly string[]): Map<string, string> {
  if (theirs.length !== ours.length) return new Map()
  const paired = Map.groupBy(theirs.keys(), (at) => theirs[at] ?? '')
  return new Map(
    [...paired].flatMap(([tail, places]) => {
      const targets = new Set(places.map((at) => ours[at] ?? ''))
      return targets.size === 1 ? [[tail, ...targets] as [string, string]] : []
    }),
  )
}
