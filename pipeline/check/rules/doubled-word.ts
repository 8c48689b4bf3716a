import { unspaced } from '../../model/unspaced.ts'
import { eachChunk, looseJoint } from '../letters.ts'
import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, type RuleOptions, strings, type TextRule } from '../rule.ts'
import { doublesOf } from './legitimate-doubles.ts'
import { replacement } from './replacement.ts'

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The same word twice in a row, with nothing but space between.
 *
 * Names (both capitalised), numbers and scripts without spaces are passed over. Three of the same are mostly meant: a warning.
 */
export const doubledWord: TextRule = {
  kind: 'text',
  name: 'doubled-word',
  severity: 'error',
  options: { allow: 'strings' },
  check(passage, options) {
    const hits = runsIn(passage.words).flatMap((run) => judge(passage, run, options) ?? [])
    return [...hits, ...doubledParticle(passage)]
  },
}

/** In scripts without spaces, the particles that are never doubled; 的的 has its words (目的的, 的的确确). */
const particles: Readonly<Record<string, { readonly pattern: RegExp; readonly doubtful: boolean }>> = {
  ja: { pattern: /をを/g, doubtful: false },
  zh: { pattern: /(?<![目标標打有中鹄鵠])的的(?![喀确確])/g, doubtful: true },
}

function doubledParticle(passage: Passage): Hit[] {
  const particle = particles[passage.language]
  if (particle === undefined) return []
  const { pattern, doubtful } = particle
  return Array.from(passage.words.matchAll(pattern), ({ 0: actual, index }) => ({
    message: `Unexpected \`${actual}\`, expected \`${actual.charAt(0)}\` once`,
    ...replacement(passage, index, index + actual.length, actual.charAt(0)),
    ...(doubtful ? { doubtful, certain: false } : {}),
  }))
}

/** The same word twice or more. */
function runsIn(words: string): Word[][] {
  const runs: Word[][] = []
  let [from, to] = [0, 0]
  eachChunk(words, looseJoint, (start, end) => {
    if (end - start === to - from && isSame(words.slice(from, to), words.slice(start, end)) && isSpace(words, to, start)) {
      const run = runs.at(-1)
      const next = { text: words.slice(start, end), start, end }
      if (run?.at(-1)?.start === from) run.push(next)
      else runs.push([{ text: words.slice(from, to), start: from, end: to }, next])
    }
    from = start
    to = end
  })
  return runs
}

function isSame(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase()
}

/** A forced line break parts verses and lines of an address. */
function isSpace(words: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const letter = words[at] ?? ''
    if (letter === '\n' || !/\s/.test(letter)) return false
  }
  return to > from
}

/** No words, written without spaces, or not of letters alone. */
const unfit = new RegExp(`[\\p{N}_]|${unspaced.source}`, 'u')

function judge(passage: Passage, run: readonly Word[], options: RuleOptions): Hit | null {
  const [first, second] = run
  const last = run.at(-1)
  if (first === undefined || second === undefined || last === undefined || unfit.test(first.text)) return null
  const plain = first.text.toLowerCase()
  const doubles = doublesOf(passage.language)
  if (isName(passage.words, first, second) || doubles.allowed.has(plain) || strings(options, 'allow').includes(plain)) return null
  if (!doubles.judges(plain) || goesOn.test(passage.words.slice(last.end, last.end + 3))) return null
  const range = rangeIn(passage, first.start, last.end)
  const actual = passage.words.slice(first.start, last.end)
  return {
    range,
    message: `Unexpected \`${actual}\`, expected \`${first.text}\` once`,
    expected: once(passage, first, last),
    ...(run.length > 2 || doubles.doubtful(plain) ? { doubtful: true } : { certain: true }),
  }
}

/** "ein ein- oder zweimal", "main main.hs": the second is but part of a word. */
const goesOn = /^(?:[-‐‑]|[.@/:][\p{L}\p{N}])/u

/** `Lang Lang`, `in May may`, `the The Hague`: a capital that isn't the sentence's own. */
function isName(words: string, first: Word, second: Word): boolean {
  if (isLower(second.text[0])) return !isLower(first.text[0]) && !beginsSentence(words, first.start)
  return true
}

function isLower(letter = ''): boolean {
  return letter === letter.toLowerCase()
}

function beginsSentence(words: string, at: number): boolean {
  const before = words
    .slice(Math.max(0, at - 8), at)
    .trimEnd()
    .at(-1)
  return before === undefined || !/[\p{L}\p{M}\p{N},;]/u.test(before)
}

/** The first word alone, with the markup around either of them. */
function once(passage: Passage, first: Word, last: Word): string[] {
  const head = rangeIn(passage, first.start, first.end)
  const tail = rangeIn(passage, last.start, last.end)
  const gap = passage.markdown.slice(head.end, tail.start)
  const kept = passage.markdown.slice(head.start, head.end)
  if (gap === passage.words.slice(first.end, last.start)) return [kept]
  const opening = /^\s+([*_~]+)$/.exec(gap)?.[1]
  if (opening !== undefined) return [opening + kept]
  const closing = /^([*_~]+)\s+$/.exec(gap)?.[1]
  return closing === undefined ? [] : [kept + closing]
}
