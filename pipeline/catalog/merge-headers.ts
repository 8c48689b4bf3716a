import type { Catalog } from '../model/catalog.ts'
import { headerOf } from './headers.ts'

type Headers = Catalog['headers']

/** Field by field: what one side alone changed is taken; of two changes ours, but for a date, whose later one is. */
export function mergeHeaders(base: Headers, ours: Headers, theirs: Headers): Headers {
  const kept = ours.flatMap(([name, value]): Headers => {
    const [before, their] = [headerOf(base, name), headerOf(theirs, name)]
    if (their === null) return before === value ? [] : [[name, value]]
    if (before === value) return [[name, their]]
    return [[name, before !== their && /-Date$/i.test(name) && their > value ? their : value]]
  })
  return [...kept, ...theirs.filter(([name, value]) => headerOf(ours, name) === null && headerOf(base, name) !== value)]
}
