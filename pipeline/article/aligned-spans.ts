import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Span } from '../model/article.ts'

/** A piece of the file that isn't the text letter by letter. */
interface Piece {
  /** UTF-16 units of the file, and of the text that they stand for. */
  readonly raw: number
  readonly text: number
}

/**
 * Where a value's text stands in the file, though folded lines, escapes and character references stand for something else.
 *
 * @param raw the value as it stands in the file, without quotes
 * @param from offset of `raw` in the file
 */
export function alignedSpans(text: string, raw: string, from: number): Span[] {
  const spans: Span[] = [{ at: 0, from }]
  if (raw === text) return spans
  let at = 0
  let inRaw = 0
  while (at < text.length && inRaw < raw.length) {
    const piece = pieceAt(text, at, raw, inRaw)
    at += piece.text
    inRaw += piece.raw
    if (piece.text !== piece.raw) moveTo(spans, at, from + inRaw)
  }
  return spans
}

function moveTo(spans: Span[], at: number, from: number): void {
  if (spans.at(-1)?.at === at) spans.pop()
  spans.push({ at, from })
}

function pieceAt(text: string, at: number, raw: string, inRaw: number): Piece {
  const reference = referenceAt(raw, inRaw) ?? escapeAt(raw, inRaw)
  if (reference !== null && text.startsWith(reference.value, at)) return { raw: reference.length, text: reference.value.length }
  if (space.test(raw.charAt(inRaw))) return spaceAt(text, at, raw, inRaw)
  if (raw.startsWith("''", inRaw) && text.charAt(at) === "'" && text.charAt(at + 1) !== "'") return { raw: 2, text: 1 }
  // What can't be explained is passed over, until both go on alike.
  return text.charAt(at) === raw.charAt(inRaw) ? { raw: 1, text: 1 } : { raw: 1, text: 0 }
}

const space = /\s/

/** Line breaks and the white space around them, or several blanks, that became one blank or a line feed. */
function spaceAt(text: string, at: number, raw: string, inRaw: number): Piece {
  const inFile = /^\s*/.exec(raw.slice(inRaw))?.[0].length ?? 0
  const inText = /^\s*/.exec(text.slice(at, at + inFile))?.[0].length ?? 0
  return { raw: inFile, text: inText }
}

interface Decoded {
  readonly value: string
  /** In the file. */
  readonly length: number
}

function referenceAt(raw: string, at: number): Decoded | null {
  if (raw.charAt(at) !== '&') return null
  const [whole, decimal, hex, name] = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,31}));/i.exec(raw.slice(at, at + 40)) ?? []
  if (whole === undefined) return null
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
  if (code !== null) return code > 0x10ffff ? null : { value: String.fromCodePoint(code), length: whole.length }
  const value = decodeNamedCharacterReference(name ?? '')
  return value === false ? null : { value, length: whole.length }
}

const simple: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t', N: '\u0085', _: '\u00a0', ' ': ' ' }

/** Of YAML's double quotes. */
function escapeAt(raw: string, at: number): Decoded | null {
  if (raw.charAt(at) !== '\\') return null
  const [whole, ...digits] = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(raw.slice(at, at + 10)) ?? []
  const code = digits.find(Boolean)
  if (whole !== undefined && code !== undefined && Number.parseInt(code, 16) <= 0x10ffff)
    return { value: String.fromCodePoint(Number.parseInt(code, 16)), length: whole.length }
  const value = simple[raw.charAt(at + 1)]
  return value === undefined ? null : { value, length: 2 }
}
