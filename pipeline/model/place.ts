/** Where in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Line and column of an offset (UTF-16 units, from 0) in `text`; LF, CRLF and CR end a line. A byte order mark counts as no column, as in editors. */
export function pointAt(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = text.startsWith('\uFEFF') ? 1 : 0
  for (let at = start; at < offset && at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++
      start = at + 1
    }
  }
  return { line, column: Math.max(1, Math.min(offset, text.length) - start + 1) }
}

/** The place of `text.slice(start, end)` in the file. */
export function placeOf(file: string, text: string, start: number, end: number): Place {
  const from = pointAt(text, start)
  const to = pointAt(text, end)
  return { file, ...from, endLine: to.line, endColumn: to.column }
}
