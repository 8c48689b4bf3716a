import stringWidth from 'string-width'
import type { Place } from '../../model/place.ts'
import { visible } from '../../model/visible.ts'
import type { Style } from './style.ts'

/** Columns of a terminal that a line of the frame may take; a longer line is cut around the place. */
const width = 100
const tab = '    '

/**
 * The first line of a place with what is wrong underlined.
 *
 * Wide characters take two columns, combining marks none, a tab four: the underline stands below its words.
 */
export function frame(line: string, place: Place, style: Style): string {
  const start = Math.min(place.column - 1, line.length)
  const end = place.endLine === undefined ? start + 1 : place.endLine > place.line ? line.length : (place.endColumn ?? place.column) - 1
  const { before, marked, after } = around(line, start, Math.max(end, start))
  const number = String(place.line)
  const gutter = style.dim('|')
  const spaces = ' '.repeat(stringWidth(before))
  const underline = style.bad('^'.repeat(Math.max(1, stringWidth(marked))))
  return `  ${style.dim(number)} ${gutter} ${before}${marked}${after}\n  ${' '.repeat(number.length)} ${gutter} ${spaces}${underline}`
}

function around(line: string, start: number, end: number): { before: string; marked: string; after: string } {
  const marked = shown(line.slice(start, end))
  const room = Math.max(20, width - stringWidth(marked))
  const before = clip(shown(line.slice(0, start)), room / 2, 'start')
  return { before, marked: clip(marked, width, 'end'), after: clip(shown(line.slice(end)), room - stringWidth(before), 'end') }
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', tab))
}

/** At most `columns` wide, grapheme by grapheme; the side that is cut off ends in an ellipsis. */
function clip(text: string, columns: number, side: 'start' | 'end'): string {
  if (text.length <= columns && stringWidth(text) <= columns) return text
  const near = side === 'start' ? text.slice(-4 * columns) : text.slice(0, 4 * columns)
  const graphemes = [...new Intl.Segmenter().segment(near)].map(({ segment }) => segment)
  if (side === 'start') graphemes.reverse()
  const kept: string[] = []
  let used = 1
  for (const grapheme of graphemes) {
    used += stringWidth(grapheme)
    if (used > columns) break
    kept.push(grapheme)
  }
  return side === 'start' ? `…${kept.reverse().join('')}` : `${kept.join('')}…`
}
