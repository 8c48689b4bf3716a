import type { QuotePair } from './quote-pairs.ts'
import type { QuoteMark } from './read-quotes.ts'

export interface JudgedQuote {
  readonly mark: QuoteMark
  /** What the language writes there: the mark itself where it is right, or where nobody can say. */
  readonly right: string
}

/** Hold each mark on a known side of a quotation to the pairs of its language. */
export function judgeQuotes(marks: readonly QuoteMark[], pairs: readonly QuotePair[]): JudgedQuote[] {
  const [usual] = pairs
  if (usual === undefined) return []
  let open: QuotePair | null = null
  return marks.map((mark) => {
    if (mark.side === null) return { mark, right: mark.mark }
    const pair = pairOf(mark, pairs, open)
    const expected = ((mark.side === 'closes' && open) || usual)[mark.side]
    open = mark.side === 'opens' ? (pair ?? usual) : null
    return { mark, right: pair === null ? expected : mark.mark }
  })
}

/** The pair that the mark opens, or closes after `open`; null where it is wrong. */
function pairOf({ mark, side }: QuoteMark, pairs: readonly QuotePair[], open: QuotePair | null): QuotePair | null {
  if (side === 'opens') return pairs.find(({ opens }) => opens === mark) ?? null
  return pairs.find(({ opens, closes }) => closes === mark && (open === null || opens === open.opens)) ?? null
}
