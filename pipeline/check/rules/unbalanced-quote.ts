import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { carryOver } from './carry-over.ts'
import { type JudgedQuote, judgeQuotes } from './judge-quotes.ts'
import { type QuotePair, quotePairs } from './quote-pairs.ts'
import { type QuoteMark, quoteMarks, readQuotes } from './read-quotes.ts'

/**
 * A quotation that is opened and never closed, or closed and never opened.
 *
 * A quotation may go on over several paragraphs, with or without a mark at the beginning of each.
 */
export const unbalancedQuote: WholeRule = {
  kind: 'whole',
  name: 'unbalanced-quote',
  severity: 'error',
  options: { pairs: 'strings' },
  check(passages, options) {
    const readings = passages.map((passage) => {
      const pairs = quotePairs(passage.locale, options)
      return readQuotes(takenUp(passage, pairs), pairs.length === 0 ? [] : [...pairs, straight])
    })
    const { open, stray } = carryOver(readings, (index) => goesOn(passages, index))
    return passages.map((passage, index) => [
      ...(open[index] ?? []).map((mark) => hitAt(passage, mark, 'Unclosed')),
      ...(stray[index] ?? []).filter((mark) => !isMeasure(passage, mark)).map((mark) => hitAt(passage, mark, 'Unopened')),
    ])
  },
}

/** Romance languages begin each paragraph of a long quotation with the closing mark: it opens here. */
function takenUp({ words }: Passage, pairs: readonly QuotePair[]): QuoteMark[] {
  // A wrong mark is told by its own rule, and counts as the right one.
  const judged = judgeQuotes(quoteMarks(words), pairs)
  const marks = judged.map(({ mark, right }, index) => {
    return mark.mark === '"' && !isHalfOfOther(judged, index, words) ? mark : { ...mark, mark: right }
  })
  const [first, ...rest] = marks
  const pair = pairs.find(({ opens, closes }) => closes === first?.mark && opens !== closes)
  if (first === undefined || pair === undefined || words.slice(0, first.at).trim() !== '') return marks
  return [{ ...first, mark: pair.opens, side: 'opens' }, ...rest]
}

/** A straight mark whose other half is a curly one; behind a digit it is none, but inches. */
function isHalfOfOther(judged: readonly JudgedQuote[], index: number, words: string): boolean {
  const { mark } = judged[index] ?? {}
  const other = judged[mark?.side === 'opens' ? index + 1 : index - 1]?.mark
  if (mark === undefined || other === undefined || mark.side === null || other.side === null) return false
  return other.mark !== '"' && other.side !== mark.side && !/\p{N}/u.test(words[mark.at - 1] ?? '')
}

const straight = { opens: '"', closes: '"' }

/** Whether the next paragraph begins with a mark, as those of a quotation do. */
function goesOn(passages: readonly Passage[], index: number): boolean {
  return /^[\s—–]*["“”„«»‘]/.test(passages[index + 1]?.words ?? '')
}

/** Inches, feet, seconds. */
function isMeasure({ words }: Passage, { at }: QuoteMark): boolean {
  return /\p{N}/u.test(words[at - 1] ?? '')
}

function hitAt(passage: Passage, { at }: QuoteMark, what: string): Hit {
  return { range: rangeIn(passage, at, at + 1), message: `${what} quotation mark \`${passage.words[at]}\``, expected: [] }
}
