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
    if (!known.has(passages[0]?.language ?? '')) return []
    const wrong = passages.map((passage) => wrongMarks(passage))
    if (!isOn(options, 'mixed', true)) return wrong
    const straight = straightAmongCurly(passages)
    return wrong.map((hits, index) => [...hits, ...(straight[index] ?? [])])
  },
}

/** Languages whose only apostrophe is ’. In many others ‘, ' and ´ are letters, or stand for one as a matter of course (haw, uz, uk, he, br, tzh). */
const known = new Set(
  'af an ast ca co cs cy da de en eo es et eu fi fr fur ga gd gl hr bs hu is it lb lt lv mt nb nl nn no oc pl pt ro sc scn sk sl sq sr sv tr vec wa'.split(
    ' ',
  ),
)

function wrongMarks(passage: Passage): Hit[] {
  if (!/[‘´`]/.test(passage.words)) return []
  return apostropheCandidates(passage.words, passage.language).map((at) => hitAt(passage, at))
}

function hitAt(passage: Passage, at: number): Hit {
  const range = rangeIn(passage, at, at + 1)
  return { range, message: `Unexpected \`${passage.words[at]}\`, expected \`’\``, expected: ['’'], certain: true }
}

const straightInWord = /(?<=\p{L})'(?=\p{L})/gu
const curlyInWord = /(?<=\p{L})’(?=\p{L})/gu

/** The straight ones, unless they are the article's habit: more than the curly ones. */
function straightAmongCurly(passages: readonly Passage[]): Hit[][] {
  const straight = passages.map(({ words }) => (words.includes("'") ? [...words.matchAll(straightInWord)] : []))
  const all = straight.reduce((sum, found) => sum + found.length, 0)
  if (all === 0) return []
  const curly = passages.reduce((sum, { words }) => sum + (words.includes('’') ? (words.match(curlyInWord)?.length ?? 0) : 0), 0)
  if (curly < all) return []
  return passages.map((passage, index) => (straight[index] ?? []).map((found) => hitAt(passage, found.index)))
}
