import type { Hole } from '../model/article.ts'

/** U+FDD0, a noncharacter: Markdown can't produce it, and we replace it in what we read. */
const mark = '\uFDD0'

/** Text that stands in the tree for a hole, until the tree is HTML. */
export function holeMark(index: number): string {
  return `${mark}h${index}${mark}`
}

/** Between these the tree holds what only numbers the footnotes: their marks. It is dropped. */
export const dropStart = `${mark}d${mark}`
export const dropEnd = `${mark}e${mark}`

/** The text without our marks; its length stays, so offsets do. */
export function withoutMarks(text: string): string {
  return text.includes(mark) ? text.replaceAll(mark, '\uFFFD') : text
}

/** Cut HTML at the marks. */
export function cutAtHoles(html: string, holes: readonly Hole[]): { parts: string[]; holes: Hole[] } {
  const parts: string[] = []
  const found: Hole[] = []
  let part = ''
  let dropping = false
  for (const [index, piece] of html.split(mark).entries()) {
    const hole = index % 2 === 1 && piece.startsWith('h') ? holes[Number(piece.slice(1))] : undefined
    if (hole !== undefined) {
      parts.push(part)
      found.push(hole)
      part = ''
    } else if (index % 2 === 1) dropping = piece === 'd'
    else if (!dropping) part += piece
  }
  return { parts: [...parts, part], holes: found }
}
