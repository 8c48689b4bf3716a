import type { Catalog, Message } from '../model/catalog.ts'
import { PoScanner, type Token } from './po-scanner.ts'
import { escapeAt } from './unescaped.ts'

/** Line and column from 1; a byte order mark counts as no column. */
export interface Point {
  readonly line: number
  readonly column: number
}

/**
 * Where in the PO file a character of a translation stands.
 *
 * Reads the message's lines again: for findings only.
 *
 * @param form index in `message.strings`
 * @param offset in UTF-16 units; the text's length is the place behind its last character
 * @returns the file's first place for a message that was never in a file
 */
export function locateInMessage(catalog: Catalog, message: Message, form: number, offset: number): Point {
  if (catalog.source === null || message.line === 0) return { line: 1, column: 1 }
  const { text } = catalog.source
  const scanner = new PoScanner(text, startOfLine(text, message.line), message.line)
  let token = toForm(scanner, form)
  let point = pointIn(scanner, scanner.at)
  for (let rest = offset; token === 'string'; token = scanner.next()) {
    const { start, at, value } = scanner
    if (rest < value.length) return pointIn(scanner, offsetInFile(text, start + 1, rest))
    rest -= value.length
    point = pointIn(scanner, at - 1)
  }
  return point
}

function startOfLine(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1
  return offset
}

/** Moves to the first text of the form's `msgstr`. */
function toForm(scanner: PoScanner, form: number): Token {
  let token = scanner.next()
  for (let index = -1; token !== 'end'; token = scanner.next()) {
    if (token === 'word' && scanner.value === 'msgstr' && ++index === form) break
  }
  do token = scanner.next()
  while (token === 'index')
  return token
}

function pointIn({ text, line, lineStart }: PoScanner, offset: number): Point {
  const mark = lineStart === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0
  return { line, column: offset - lineStart - mark + 1 }
}

/** Walks over `count` characters of the unescaped text. */
function offsetInFile(text: string, start: number, count: number): number {
  let at = start
  for (let left = count; left > 0; ) {
    const sequence = text.charAt(at) === '\\' ? escapeAt(text, at, text.length) : null
    if (sequence !== null && sequence.plain.length > left) return at
    left -= sequence === null ? 1 : sequence.plain.length
    at = sequence === null ? at + 1 : sequence.end
  }
  return at
}
