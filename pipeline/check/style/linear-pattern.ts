import { RE2JS, RE2JSSyntaxException } from 're2js'
import { unspaced } from '../../model/unspaced.ts'

export interface PatternMatch {
  readonly start: number
  readonly end: number
  /** The first group's text, else the whole match. */
  readonly group: string
}

export type LinearPattern = (text: string) => PatternMatch[]

/**
 * A pattern that runs in time linear in the text, whatever it says: RE2's syntax, which has no backreferences and no looking around.
 *
 * A match that begins or ends within a word doesn't count: RE2's own `\b` knows only ASCII.
 *
 * @returns what is wrong with it, where it is no such pattern
 */
export function linearPattern(source: string): LinearPattern | string {
  const pattern = compiled(source)
  if (typeof pattern === 'string') return pattern
  if (pattern.matches('')) return 'it matches the empty text'
  return (text) => {
    const found: PatternMatch[] = []
    let left = mostMatches
    for (const { from, part } of windows(text)) {
      const matches = matchesIn(pattern, part, left)
      left -= matches.length
      const placed = matches.map(({ start, end, group }) => ({ start: from + start, end: from + end, group }))
      found.push(...placed.filter(({ start, end }) => !splitsWord(text, start) && !splitsWord(text, end)))
    }
    return found
  }
}

function compiled(source: string): RE2JS | string {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return explained(error)
    throw error
  }
}

function matchesIn(pattern: RE2JS, text: string, most: number): PatternMatch[] {
  const found: PatternMatch[] = []
  if (most <= 0 || !pattern.test(text)) return found
  const matcher = pattern.matcher(text)
  while (found.length < most && matcher.find()) {
    const group = pattern.groupCount() > 0 ? matcher.group(1) : null
    found.push({ start: matcher.start(), end: matcher.end(), group: group ?? matcher.group() ?? '' })
  }
  return found
}

/** In one text: each may cost a window's length once more (`x*y|x` does, in every engine). */
const mostMatches = 100

/** Characters. A long paragraph has a tenth of it. */
const widest = 16_000

function* windows(text: string): Generator<{ from: number; part: string }> {
  for (let from = 0; from < text.length; ) {
    const space = from + widest < text.length ? text.lastIndexOf(' ', from + widest) : text.length
    const to = space > from ? space : from + widest
    yield { from, part: text.slice(from, to) }
    from = to
  }
}

function explained(error: RE2JSSyntaxException): string {
  const text = error.message.replace(/^error parsing regexp: /, '')
  if (!/\(\?(?:<?[=!])/.test(error.message)) return text
  return 'it looks ahead or behind, which no pattern with bounded time can do'
}

const letter = /[\p{L}\p{M}\p{N}]/u

function splitsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const last = [...before].at(-1) ?? ''
  const next = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return letter.test(last) && letter.test(next) && !unspaced.test(last) && !unspaced.test(next)
}
