import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'

/**
 * No space behind a comma, a semicolon or the end of a sentence: "port,but", "left.Then".
 *
 * Numbers, times, addresses, abbreviations and names with a stop in them are passed over, and so are scripts without spaces.
 */
export const missingSpace: TextRule = {
  kind: 'text',
  name: 'missing-space',
  severity: 'warning',
  options: {},
  check(passage) {
    const { words } = passage
    if (!suspect.test(words)) return []
    return Array.from(words.matchAll(joined), ({ 0: text, index }) => ({ text, index }))
      .filter(({ text, index }) => !isOneWord(words, index, index + text.length))
      .map(({ text, index }) => hitAt(passage, index, text))
  },
}

const suspect = /[,;،؛?؟.]\p{L}/u

/** Letters of scripts that are written with spaces. */
const letter = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hebrew}]'
const joined = new RegExp(
  `(?<=${letter}\\p{M}*${letter}\\p{M}*)(?:[,;،؛؟](?=${letter}{2})|\\?(?=\\p{Lu}\\p{Ll})|(?<=\\p{Ll}{3})\\.(?=\\p{Lu}\\p{Ll}+[\\s,]))`,
  'gu',
)

/** Part of an address, of a list of codes ("a,b,c"), or of a name ("Yahoo!Japan"). */
function isOneWord(words: string, start: number, end: number): boolean {
  const before = /\S{0,60}$/.exec(words.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  const after = /^\S{0,60}/.exec(words.slice(end, end + 60))?.[0] ?? ''
  return /[\uFFFC@/\\_=&#|{}<>[\]]|[,;.!?]/.test(before) || /[\uFFFC@/\\_=&#|{}<>[\]]|[,;.!?](?=\p{L})/u.test(after)
}

function hitAt(passage: Passage, at: number, mark: string): Hit {
  const range = rangeIn(passage, at, at + mark.length)
  return { range, message: `Missing space behind \`${mark}\``, expected: [`${mark} `] }
}
