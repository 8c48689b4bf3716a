import type { Range } from './cut.ts'

export interface LinkTail {
  readonly target: Range
  /** Without its quotes. */
  readonly title: Range | null
  readonly end: number
}

/** Longest target or title; a longer one is taken for text. */
const limit = 4000

/** The `(target "title")` of an inline link at `at`, or null where none stands there. */
export function linkTail(text: string, at: number): LinkTail | null {
  if (text[at] !== '(') return null
  const target = targetAt(text, skipSpace(text, at + 1))
  if (target === null) return null
  const after = skipSpace(text, target.next)
  const title = after > target.next ? titleAt(text, after) : null
  const end = title === null ? after : skipSpace(text, title.end + 1)
  return text[end] === ')' ? { target: target.range, title, end: end + 1 } : null
}

function targetAt(text: string, start: number): { range: Range; next: number } | null {
  if (text[start] === '<') {
    const close = text.slice(start, start + limit).search(/(?<!\\)>/)
    return close < 0 ? null : { range: { start: start + 1, end: start + close }, next: start + close + 1 }
  }
  const end = endOfBareTarget(text, start)
  return end - start > limit ? null : { range: { start, end }, next: end }
}

/** Up to a space or the bracket that closes more than was opened. */
function endOfBareTarget(text: string, start: number): number {
  let depth = 0
  let end = start
  for (; end < text.length && end - start <= limit; end++) {
    const character = text[end] ?? ''
    if (character === '\\') end++
    else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) break
    else if (/\s/.test(character)) break
  }
  return Math.min(end, text.length)
}

function titleAt(text: string, at: number): Range | null {
  const close = { '"': '"', "'": "'", '(': ')' }[text[at] ?? '']
  if (close === undefined) return null
  for (let end = at + 1; end < text.length && end - at < limit; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === close) return { start: at + 1, end }
  }
  return null
}

function skipSpace(text: string, at: number): number {
  let end = at
  while (end - at < limit && /[ \t\n]/.test(text[end] ?? '')) end++
  return end
}
