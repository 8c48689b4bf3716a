import { lazilyBy } from '../../model/lazily.ts'
import { type Locale, likelyScript } from '../../model/locale.ts'
import type { TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/** A Latin comma, semicolon or question mark behind a letter of a script that has its own: "الميناء, ثم", "船晚点了,他说". */
export const foreignMark: TextRule = {
  kind: 'text',
  name: 'foreign-mark',
  severity: 'warning',
  options: {},
  check(passage) {
    const own = /[,;?]/.test(passage.words) ? ownMarks(passage.locale) : null
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

const chinese: Own = { marks: { ',': '，', ';': '；', '?': '？' }, letter: '\\p{Script=Han}' }

/** By script, as Unicode has them; Greek asks by what looks like a semicolon. */
const scripts: Readonly<Record<string, Own>> = {
  Arab: { marks: { ',': '،', ';': '؛', '?': '؟' }, letter: '\\p{Script=Arab}' },
  Grek: { marks: { '?': ';' }, letter: '\\p{Script=Grek}' },
  Hans: chinese,
  Hant: chinese,
  Jpan: { marks: { ',': '、', '?': '？' }, letter: '\\p{Script=Han}\\p{Script=Hira}\\p{Script=Kana}' },
}

/** Before more words of the language or the end of a text: what stands before a number, a letter of another script or code may be its own business. */
const ownMarks = lazilyBy((locale: Locale) => {
  const own = scripts[likelyScript(locale) ?? '']
  if (own === undefined) return null
  const { marks, letter } = own
  const pattern = new RegExp(`(?<=[${letter}]\\p{M}*)[${Object.keys(marks).join('')}](?=[ \\u00A0]*(?:[${letter}\\n]|$))`, 'gu')
  return { marks, pattern }
})
