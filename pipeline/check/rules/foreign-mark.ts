import { lazilyBy } from '../../model/lazily.ts'
import type { TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/** A Latin comma, semicolon or question mark behind a letter of a script that has its own: "الميناء, ثم", "船晚点了,他说". */
export const foreignMark: TextRule = {
  kind: 'text',
  name: 'foreign-mark',
  severity: 'warning',
  options: {},
  check(passage) {
    const own = /[,;?]/.test(passage.words) ? ownMarks(passage.language) : null
    if (own === null) return []
    return Array.from(passage.words.matchAll(own.pattern), ({ 0: mark, index }) => {
      const expected = own.marks[mark] ?? mark
      return { message: `Unexpected \`${mark}\`, expected \`${expected}\``, ...replacement(passage, index, index + 1, expected) }
    })
  },
}

interface Own {
  /** By the Latin one. */
  readonly marks: Readonly<Record<string, string>>
  /** A letter before the mark, as a character class. */
  readonly letter: string
}

/** Unicode's own marks of these scripts; Greek asks by what looks like a semicolon. */
const arabic: Own = { marks: { ',': '،', ';': '؛', '?': '؟' }, letter: '\\p{Script=Arab}' }
const scripts: Readonly<Record<string, Own>> = {
  ar: arabic,
  fa: arabic,
  ps: arabic,
  ur: arabic,
  ug: arabic,
  ckb: arabic,
  el: { marks: { '?': ';' }, letter: '\\p{Script=Grek}' },
  zh: { marks: { ',': '，', ';': '；', '?': '？' }, letter: '\\p{Script=Han}' },
  ja: { marks: { ',': '、', '?': '？' }, letter: '\\p{Script=Han}\\p{Script=Hira}\\p{Script=Kana}' },
}

/** Before more words of the language or the end of a text: what stands before a number, a letter of another script or code may be its own business. */
const ownMarks = lazilyBy((language: string) => {
  const own = scripts[language]
  if (own === undefined) return null
  const { marks, letter } = own
  const pattern = new RegExp(`(?<=[${letter}]\\p{M}*)[${Object.keys(marks).join('')}](?=[ \\u00A0]*(?:[${letter}]|$)|[ \\u00A0]*\\n)`, 'gu')
  return { marks, pattern }
})
