import { lazilyBy } from '../../model/lazily.ts'
import { remembering } from '../../model/remembering.ts'
import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, type RuleOptions, strings, type TextRule } from '../rule.ts'
import { plainWord } from '../spelling/plain-word.ts'
import { isCapital, type SpelledWord } from '../spelling/words-in.ts'
import { knownMisspellings } from './known-misspellings.ts'

/**
 * A misspelling that many people make, and that is no word in any sense. Needs no dictionary.
 *
 * Names are passed over (a capital of its own, in languages whose nouns have none), and so is what a writer marks with [sic].
 */
export const misspelling: TextRule = {
  kind: 'text',
  name: 'misspelling',
  severity: 'error',
  options: { allow: 'strings' },
  check(passage, options, { accepts }) {
    const list = listOf(passage.language)
    if (list === null) return []
    return passage
      .spelled()
      .filter(({ text }) => list.has(text))
      .flatMap((word) => {
        const found = partsOf(word).find(({ text }) => meant(text, list) !== null && !isAllowed(text, options))
        if (found === undefined || isName(word, passage.language) || accepts(word.text) || isMeant(passage, word)) return []
        return [hitAt(passage, found, meant(found.text, list) ?? '')]
      })
  },
}

interface List {
  /** Whether a word, or a part of it, is misspelt. */
  readonly has: (text: string) => boolean
  readonly whole: ReadonlyMap<string, string>
  readonly starts: readonly (readonly [wrong: string, right: string])[]
  readonly ends: readonly (readonly [wrong: string, right: string])[]
  /** How the wrong beginnings begin: three words in four need no further look. */
  readonly first: ReadonlySet<string>
  /** How the wrong ends end, in two letters. */
  readonly last: ReadonlySet<string>
}

const listOf = lazilyBy((language: string) => {
  const written = knownMisspellings[language]
  return written === undefined ? null : listed(written)
})

function listed(written: string): List {
  const pairs = written.split(/,\s+/).map((pair): [string, string] => {
    const [wrong = '', right = ''] = pair.trim().split('=')
    return [wrong, right]
  })
  const bare = ([wrong, right]: readonly [string, string]) => [wrong.replace('*', ''), right.replace('*', '')] as const
  const starts = pairs.filter(([wrong]) => wrong.endsWith('*')).map(bare)
  const ends = pairs.filter(([wrong]) => wrong.startsWith('*')).map(bare)
  const list: Omit<List, 'has'> = {
    whole: new Map(pairs.filter(([wrong]) => !wrong.includes('*'))),
    starts,
    ends,
    first: new Set(starts.map(([wrong]) => wrong.slice(0, 3))),
    last: new Set(ends.map(([wrong]) => wrong.slice(-2))),
  }
  return {
    ...list,
    has: remembering(remembered, (word) => partsOf({ text: word, start: 0 }).some(({ text }) => meant(text, list) !== null)),
  }
}

/** Distinct words of a language. */
const remembered = 50_000

const joints = /['’ʼ‘‐‑-]/

/** What a misspelt word should be, in lower case but for names; null for all others. */
function meant(text: string, { whole, starts, ends, first, last }: Omit<List, 'has'>): string | null {
  const word = plainWord(text).toLowerCase()
  const exact = whole.get(word)
  if (exact !== undefined) return exact
  const start = first.has(word.slice(0, 3)) ? starts.find(([wrong]) => word.startsWith(wrong)) : undefined
  if (start !== undefined) return start[1] + word.slice(start[0].length)
  if (!last.has(word.slice(-2))) return null
  const end = ends.find(([wrong]) => word.endsWith(wrong) && word.length > wrong.length + 1)
  return end === undefined ? null : word.slice(0, word.length - end[0].length) + end[1]
}

const capitalNouns = new Set(['de', 'lb'])

function isName({ text, begins }: SpelledWord, language: string): boolean {
  return isCapital(text) && !begins && !capitalNouns.has(language)
}

function isMeant({ words }: Passage, { end }: SpelledWord): boolean {
  return /^["”’»“]?\s*[[(]sic\b/.test(words.slice(end, end + 8))
}

function isAllowed(text: string, options: RuleOptions): boolean {
  return strings(options, 'allow').includes(plainWord(text).toLowerCase())
}

interface Part {
  readonly text: string
  readonly start: number
}

/** The word, and what an apostrophe or a hyphen parts: "l’accomodamento". */
function partsOf({ text, start }: Part): Part[] {
  if (!joints.test(text)) return [{ text, start }]
  const parts = [...text.matchAll(/[^'’ʼ‘‐‑-]+/g)].map(({ 0: part, index }) => ({ text: part, start: start + index }))
  return [{ text, start }, ...parts]
}

function hitAt(passage: Passage, { text, start }: Part, right: string): Hit {
  const expected = isCapital(text) ? right.charAt(0).toUpperCase() + right.slice(1) : right
  const range = rangeIn(passage, start, start + text.length)
  return { range, message: `Unexpected \`${text}\`, expected \`${expected}\``, expected: [expected], certain: true }
}
