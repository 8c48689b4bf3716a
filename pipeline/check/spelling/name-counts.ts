import { lazily } from '../../model/lazily.ts'
import type { NameCounts } from '../knowledge.ts'
import { oneEdit, traces } from './one-edit.ts'

/** A name that stands less often can't be three times as frequent as another. */
const leastFrequent = 3

/** @param counts how often each name stands in a site, or in an article */
export function nameCounts(counts: ReadonlyMap<string, number>): NameCounts {
  const byTrace = lazily(() => frequentByTrace(counts))
  const countOf = (name: string) => counts.get(name) ?? 0
  return {
    countOf,
    near(name) {
      const found = new Set(traces(name).flatMap((trace) => byTrace().get(trace) ?? []))
      return [...found]
        .filter((other) => countOf(other) > countOf(name) && oneEdit(name, other) !== null)
        .sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1))
    },
  }
}

function frequentByTrace(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const byTrace = new Map<string, string[]>()
  for (const [name, count] of counts) {
    if (count < leastFrequent) continue
    for (const trace of traces(name)) {
      const others = byTrace.get(trace)
      if (others === undefined) byTrace.set(trace, [name])
      else others.push(name)
    }
  }
  return byTrace
}
