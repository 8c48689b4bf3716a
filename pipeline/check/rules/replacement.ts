import { type Passage, rangeIn } from '../passage.ts'
import type { Hit } from '../rule.ts'

/**
 * Where `words.slice(start, end)` stands, and what is surely meant instead.
 *
 * With markup in between, what is meant can't be put in its place: then nothing is expected.
 */
export function replacement(passage: Passage, start: number, end: number, expected: string): Pick<Hit, 'range' | 'expected' | 'certain'> {
  const range = rangeIn(passage, start, end)
  const isVerbatim = passage.markdown.slice(range.start, range.end) === passage.words.slice(start, end)
  return isVerbatim ? { range, expected: [expected], certain: true } : { range, expected: [] }
}
