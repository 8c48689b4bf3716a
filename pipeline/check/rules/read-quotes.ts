import type { QuotePair } from './quote-pairs.ts'

/** A double quotation mark in a passage's words. */
export interface QuoteMark {
  readonly at: number
  readonly mark: string
  /** What the letters around it say; null where they say nothing. */
  readonly side: 'opens' | 'closes' | null
}

export interface QuoteReading {
  /** Pairs of marks that belong together. */
  readonly quotations: readonly Quotation[]
  /** Opened, and never closed. */
  readonly open: readonly QuoteMark[]
  /** Closed, and never opened. */
  readonly stray: readonly QuoteMark[]
}

export interface Quotation {
  readonly opening: QuoteMark
  readonly closing: QuoteMark
  /** In how many others it stands. */
  readonly depth: number
}

const marks = /["“”„‟«»]/g

export function quoteMarks(words: string): QuoteMark[] {
  if (words.search(/["“”„‟«»]/) < 0) return []
  return Array.from(words.matchAll(marks), ({ 0: mark, index: at }) => ({ at, mark, side: sideOf(words, at) }))
}

function sideOf(words: string, at: number): QuoteMark['side'] {
  const before = words[at - 1] ?? ' '
  const after = words[at + 1] ?? ' '
  // A number in quotation marks, or inches: either way nothing begins here.
  if (/\p{N}/u.test(before)) return 'closes'
  const opens = /[\s([{—–/¿¡…-]/.test(before) && /[\p{L}\p{N}¿¡]/u.test(after)
  const closes = /[\p{L}\p{M}\p{N}.,;:!?…)\]%]/u.test(before) && /[\s.,;:!?…)\]}—–]/.test(after)
  return opens === closes ? null : opens ? 'opens' : 'closes'
}

/** How many open quotations back a closing mark is looked for. */
const deepest = 16

/** Read the marks from left to right: what a pair of the language opens, its closing mark closes. Marks of no pair are passed over. */
export function readQuotes(found: readonly QuoteMark[], pairs: readonly QuotePair[]): QuoteReading {
  const reading = { quotations: [] as Quotation[], open: [] as QuoteMark[], stray: [] as QuoteMark[] }
  for (const mark of found) read(mark, pairs, reading)
  // In French, what ends together with a quotation within it is closed by one mark.
  const inner = reading.quotations.findLast(({ opening }) => opening.mark === '«')?.opening.at ?? -1
  return { ...reading, open: reading.open.filter(({ mark, at }) => mark !== '«' || inner < at) }
}

interface Unread {
  readonly quotations: Quotation[]
  readonly open: QuoteMark[]
  readonly stray: QuoteMark[]
}

function read(mark: QuoteMark, pairs: readonly QuotePair[], { quotations, open, stray }: Unread): void {
  const canOpen = mark.side !== 'closes' && pairs.some(({ opens }) => opens === mark.mark)
  const partners = pairs.filter(({ closes }) => closes === mark.mark).map(({ opens }) => opens)
  const back = open
    .slice(-deepest)
    .reverse()
    .findIndex((opening) => partners.includes(opening.mark))
  const opening = open[open.length - 1 - back]
  if (back >= 0 && opening !== undefined && !(canOpen && mark.side === 'opens')) {
    // One mark may close two quotations that end together.
    open.length -= back + 1
    quotations.push({ opening, closing: mark, depth: open.length })
  } else if (canOpen) {
    open.push(mark)
  } else if (partners.length > 0) {
    stray.push(mark)
  }
}
