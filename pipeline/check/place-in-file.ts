import { offsetInFile, type Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import type { Place } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import type { Range } from './cut.ts'
import type { Lines } from './lines.ts'

/** Line and column of a `msgstr`'s text at `offset`; `form` is the plural form's index. */
export type Locate = (
  catalog: Catalog,
  message: Message,
  form: number,
  offset: number,
) => { readonly line: number; readonly column: number }

export interface Anchor {
  /** Without an end where there is nothing to point at. */
  readonly place: Place
  /** What stands there in the file, escapes and line breaks included. */
  readonly actual: string | null
  /** A replacement as it is to stand in the file. */
  readonly write: (text: string) => string
}

/** Where in the article's file the unit's Markdown stands. */
export function anchorInArticle({ path, text }: Source, lines: Lines, unit: Unit, range: Range | null): Anchor {
  const write = (replacement: string) => replacement
  if (range === null) return { place: { file: path, ...lines.pointAt(offsetInFile(unit, 0)) }, actual: null, write }
  const start = offsetInFile(unit, range.start)
  // The end lies behind the last letter: what comes next may stand on another line.
  const end = offsetInFile(unit, range.end - 1) + 1
  return { ...between(path, text, lines, start, end), write }
}

/** A range of the file itself. */
export function anchorInFile({ path, text }: Source, lines: Lines, { start, end }: Range): Anchor {
  return { ...between(path, text, lines, start, end), write: (replacement) => replacement }
}

interface InCatalog {
  readonly catalog: Catalog
  readonly lines: Lines
  readonly message: Message
  readonly form: number
  readonly locate: Locate
}

/** Where in the PO file the message's text stands: inside its quotes, whatever the wrapping. */
export function anchorInCatalog({ catalog, lines, message, form, locate }: InCatalog, range: Range | null): Anchor {
  const file = catalog.source?.path ?? ''
  const text = catalog.source?.text ?? ''
  const first = locate(catalog, message, form, range?.start ?? 0)
  if (range === null) return { place: { file, line: first.line, column: first.column }, actual: null, write: escaped }
  const last = locate(catalog, message, form, range.end - 1)
  const end = afterLetter(text, lines.offsetAt(last.line, last.column))
  return { ...between(file, text, lines, lines.offsetAt(first.line, first.column), end), write: escaped }
}

function between(file: string, text: string, lines: Lines, start: number, end: number): { place: Place; actual: string } {
  const to = lines.pointAt(end)
  return { place: { file, ...lines.pointAt(start), endLine: to.line, endColumn: to.column }, actual: text.slice(start, end) }
}

const escapedLetter = /\\(?:x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/y

function afterLetter(text: string, at: number): number {
  escapedLetter.lastIndex = at
  return at + (escapedLetter.exec(text)?.[0].length ?? 1)
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}
