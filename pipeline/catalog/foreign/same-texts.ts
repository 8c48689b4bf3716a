import type { Unit } from '../../model/article.ts'
import { bareText, oneLine, wordsIn } from './bare-text.ts'
import { type Fit, isMarkedAlike, sameFit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'

/** Texts of another system, by what they say. */
export class SameTexts {
  readonly #byText: ReadonlyMap<string, readonly ForeignText[]>

  constructor(texts: readonly ForeignText[]) {
    this.#byText = Map.groupBy(texts, ({ id }) => bareText(id))
  }

  /** The text that says what the unit says; one that nobody there doubts, the same marks and the same context first. */
  fit(unit: Unit): Fit | null {
    const [best, ...others] = (this.#byText.get(bareText(unit.text)) ?? [])
      .map((text) => ({ text, nearness: nearnessOf(text, unit) }))
      .sort((a, b) => a.nearness - b.nearness)
    if (best === undefined) return null
    const isRival = ({ text, nearness }: typeof best) => nearness === best.nearness && oneLine(text.text) !== oneLine(best.text.text)
    return sameFit(best.text, unit, others.some(isRival))
  }

  /** The fit of a text that other systems cut at some of its hard breaks; null where a piece isn't there. */
  brokenFit(unit: Unit): Fit | null {
    const lines = unit.text.split('\\\n')
    if (lines.length < 2 || lines.length > MOST_LINES) return null
    const fits: Fit[] = []
    for (let from = 0; from < lines.length; ) {
      const found = this.#longestFit(unit, lines.slice(from))
      if (found === null) return null
      fits.push(found.fit)
      from += found.lines
    }
    return joined(fits, fits.map(({ text }) => text).join('\\\n'))
  }

  #longestFit(unit: Unit, lines: readonly string[]): { fit: Fit; lines: number } | null {
    for (let count = lines.length; count > 0; count--) {
      const fit = this.fit({ ...unit, text: lines.slice(0, count).join('\\\n') })
      if (fit !== null) return { fit, lines: count }
    }
    return null
  }

  /** The fit of a text that other systems cut at its elements of HTML; unsure where a piece isn't there, null where more than half of the words aren't. */
  cutFit(unit: Unit): Fit | null {
    const pieces = cutAtTags(unit.text)
    if (pieces.length < 2) return null
    const fits = pieces.map(({ text }) => (/[\p{L}\p{N}]/u.test(text) ? this.fit({ ...unit, text: text.trim() }) : null))
    const open = pieces.filter(({ text }, at) => /\p{L}/u.test(text) && fits[at] === null)
    if (2 * wordsOf(open) > wordsOf(pieces)) return null
    const text = pieces.map((piece, at) => pieceText(piece.text, fits[at] ?? null) + piece.tag).join('')
    const fit = joined(
      fits.flatMap((one) => one ?? []),
      text,
    )
    return fit === null || open.length === 0 ? fit : { ...fit, doubt: 'merge' }
  }
}

function wordsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + wordsIn(text).length, 0)
}

/** Of a longer text not every piece is tried, so that none takes unbounded time. */
const MOST_LINES = 100

/** As sure as the least sure piece; null where there is none. */
function joined(fits: readonly Fit[], text: string): Fit | null {
  const texts = fits.flatMap((fit) => fit.texts)
  return texts.length === 0 ? null : { texts, text, doubt: fits.find(({ doubt }) => doubt !== null)?.doubt ?? null, previous: null }
}

function nearnessOf({ id, context, current, message }: ForeignText, unit: Unit): number {
  const marks = oneLine(id) === unit.text ? 0 : isMarkedAlike(id, unit.text) ? 1 : 2
  return (current ? 0 : 100) + 10 * marks + (context === unit.context ? 0 : context === null ? 1 : 2) + (message.obsolete ? 15 : 0)
}

interface Piece {
  readonly text: string
  /** Behind the text; empty at the end. */
  readonly tag: string
}

/** At elements of HTML that aren't in code. */
function cutAtTags(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(/(?<!`)(`+)(?!`)[^`]+\1(?!`)|<\/?[a-z][a-z\d]*(?:\s[^<>]*)?>/gi)) {
    if (found.startsWith('`')) continue
    pieces.push({ text: text.slice(from, index), tag: found })
    from = index + found.length
  }
  return pieces.length === 0 ? [] : [...pieces, { text: text.slice(from), tag: '' }]
}

/** White space as the unit has it: systems differ in whose it is. */
function pieceText(piece: string, fit: Fit | null): string {
  if (fit === null) return piece
  const [, before = '', behind = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(piece) ?? []
  return before + fit.text + behind
}
