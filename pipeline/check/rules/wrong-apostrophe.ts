import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, isOn, type WholeRule } from '../rule.ts'
import { apostropheCandidates } from './apostrophe-candidates.ts'

/**
 * A mark that stands where an apostrophe (’) belongs: an opening quotation mark, an accent, a backtick; a straight one among curly ones.
 *
 * A genuine quotation mark is never reported, nor are the letters that look like one: ʻokina, ayn, geresh, the Uzbek and Ukrainian marks.
 */
export const wrongApostrophe: WholeRule = {
  kind: 'whole',
  name: 'wrong-apostrophe',
  severity: 'error',
  options: { mixed: 'switch' },
  check(passages, options) {
    const wrong = passages.map((passage) => wrongMarks(passage))
    if (!isOn(options, 'mixed', true)) return wrong
    const straight = straightAmongCurly(passages)
    return wrong.map((hits, index) => [...hits, ...(straight[index] ?? [])])
  },
}

/** Where ‘ or ` is a letter, or stands for one as a matter of course. */
const letters = new Set(['haw', 'kaa', 'mi', 'sm', 'to', 'ty', 'uz'])

function wrongMarks(passage: Passage): Hit[] {
  if (letters.has(passage.language) || !/[‘´`]/.test(passage.words)) return []
  return apostropheCandidates(passage.words, passage.language).map((at) => hitAt(passage, at))
}

function hitAt(passage: Passage, at: number): Hit {
  const range = rangeIn(passage, at, at + 1)
  return { range, message: `Unexpected \`${passage.words[at]}\`, expected \`’\``, expected: ['’'] }
}

/** Where ' between letters is no apostrophe, or is written as often as ’. */
const either = new Set([...letters, 'be', 'br', 'he', 'ka', 'tt', 'uk', 'yi', 'zh', 'ja', 'ko', 'ar', 'fa', 'ur'])

const straightInWord = /(?<=\p{L})'(?=\p{L})/gu
const curlyInWord = /(?<=\p{L})’(?=\p{L})/gu

/** The straight ones, unless they are the article's habit: more than the curly ones. */
function straightAmongCurly(passages: readonly Passage[]): Hit[][] {
  const language = passages[0]?.language ?? ''
  if (either.has(language)) return []
  const straight = passages.map(({ words }) => (words.includes("'") ? [...words.matchAll(straightInWord)] : []))
  const all = straight.reduce((sum, found) => sum + found.length, 0)
  if (all === 0) return []
  const curly = passages.reduce((sum, { words }) => sum + (words.includes('’') ? (words.match(curlyInWord)?.length ?? 0) : 0), 0)
  if (curly < all) return []
  return passages.map((passage, index) => (straight[index] ?? []).map((found) => hitAt(passage, found.index)))
}
