import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'

/** The stroke that lengthens an Arabic word for looks (tatweel, kashida): search engines, dictionaries and screen readers don't know the word with it. */
export const kashida: TextRule = {
  kind: 'text',
  name: 'kashida',
  severity: 'warning',
  options: {},
  check(passage) {
    if (!passage.words.includes('\u0640')) return []
    return Array.from(passage.words.matchAll(within), ({ 0: stroke, index }) => hitAt(passage, index, stroke.length))
  },
}

/** Between two letters: behind a single one it may stand for what follows ("هـ", a year after the Hijra). */
const within = /(?<=\p{Script=Arabic}\p{M}*)\u0640+(?=\p{M}*(?!\u0640)\p{Script=Arabic})/gu

function hitAt(passage: Passage, at: number, length: number): Hit {
  const range = rangeIn(passage, at, at + length)
  return { range, message: 'Unexpected stroke (U+0640) within a word', expected: [''], certain: true }
}
