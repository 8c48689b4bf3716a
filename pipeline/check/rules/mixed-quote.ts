import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { quotePairs } from './quote-pairs.ts'
import { type Quotation, quoteMarks, readQuotes } from './read-quotes.ts'

/** Quotation marks of two styles in one article, each of which the language knows: « » and “ ”. Quotations within quotations are another matter. */
export const mixedQuote: WholeRule = {
  kind: 'whole',
  name: 'mixed-quote',
  severity: 'warning',
  options: { pairs: 'strings' },
  check(passages, options) {
    const found = passages.map((passage) => {
      const pairs = quotePairs(passage.locale, options)
      return pairs.length < 2 ? [] : readQuotes(quoteMarks(passage.words), pairs).quotations.filter(({ depth }) => depth === 0)
    })
    const counts = new Map<string, number>()
    for (const one of found.flat()) counts.set(styleOf(one), (counts.get(styleOf(one)) ?? 0) + 1)
    const [usual, next] = [...counts].sort((a, b) => b[1] - a[1])
    if (usual === undefined || next === undefined || next[1] * 2 > usual[1]) return passages.map(() => [])
    return passages.map((passage, index) => {
      return (found[index] ?? []).filter((one) => styleOf(one) !== usual[0]).flatMap((one) => hitsAt(passage, one, usual[0]))
    })
  },
}

function styleOf({ opening, closing }: Quotation): string {
  return opening.mark + closing.mark
}

function hitsAt(passage: Passage, { opening, closing }: Quotation, usual: string): Hit[] {
  return [opening, closing].map(({ at, mark }, index) => ({
    range: rangeIn(passage, at, at + 1),
    message: `Unexpected \`${mark}\`, expected \`${usual.charAt(index)}\` as elsewhere`,
    expected: passage.language === 'fr' ? [] : [usual.charAt(index)],
  }))
}
