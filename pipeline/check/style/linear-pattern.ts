import { RE2JS, RE2JSSyntaxException } from 're2js'

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
  let pattern: RE2JS
  try {
    pattern = RE2JS.compile(source)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return explained(error)
    throw error
  }
  if (pattern.matches('')) return 'it matches the empty text'
  return (text) => {
    const found: PatternMatch[] = []
    if (!pattern.test(text)) return found
    const matcher = pattern.matcher(text)
    for (let tried = 0; tried < mostMatches && matcher.find(); tried++) {
      const [start, end] = [matcher.start(), matcher.end()]
      if (start === end || splitsWord(text, start) || splitsWord(text, end)) continue
      const group = pattern.groupCount() > 0 ? matcher.group(1) : matcher.group()
      found.push({ start, end, group: group ?? text.slice(start, end) })
    }
    return found
  }
}

/** In one text: each costs at most the text's length once more. */
const mostMatches = 100

function explained(error: RE2JSSyntaxException): string {
  const text = error.message.replace(/^error parsing regexp: /, '')
  if (!/\(\?(?:<?[=!])/.test(error.message)) return text
  return 'it looks ahead or behind, which no pattern with bounded time can do'
}

const letter = /[\p{L}\p{M}\p{N}]/u
const unparted =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Tibt}]/u

function splitsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const last = [...before].at(-1) ?? ''
  const next = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return letter.test(last) && letter.test(next) && !unparted.test(last) && !unparted.test(next)
}
