import type { Passage } from '../passage.ts'
import type { SpelledWord } from '../spelling/words-in.ts'
import { scaleAfter } from './scale-words.ts'
import { unitAt } from './unit-words.ts'

/** Letters: longer ones are words, and a dictionary knows them. */
const longest = 4

/** Behind a number, an abbreviation of what multiplies or measures it: "5 bn", "12 mld", "30 kWh". */
export function isMeasure(passage: Passage, { text, start, end }: Pick<SpelledWord, 'text' | 'start' | 'end'>): boolean {
  if (text.length > longest) return false
  const number = /(\p{Nd})\s?$/u.exec(passage.words.slice(Math.max(0, start - 2), start))
  if (number === null) return false
  const digit = start - number[0].length
  const scale = scaleAfter(passage.words.slice(start, end), passage.language)
  return scale?.length === end - start || unitAt(passage, digit, digit + 1)?.end === end
}
