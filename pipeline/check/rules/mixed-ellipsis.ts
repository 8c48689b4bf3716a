import type { Passage } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/** Both "..." and "…" in one article, or as many dots as no style has. */
export const mixedEllipsis: WholeRule = {
  kind: 'whole',
  name: 'mixed-ellipsis',
  severity: 'warning',
  options: {},
  check(passages) {
    const found = passages.map(({ words }) => (/\.\.|…/.test(words) ? [...words.matchAll(dots)] : []))
    const count = (mark: string) => found.reduce((sum, all) => sum + all.filter(([text]) => text === mark).length, 0)
    const usual = count('…') >= count('...') ? '…' : '...'
    return passages.map((passage, index) => {
      return (found[index] ?? []).flatMap(({ 0: text, index: at }) =>
        isUsual(passage, text, usual) ? [] : [hitAt(passage, at, text, usual)],
      )
    })
  },
}

/** Between words and behind them; "../", "1..10" and lines of dots are something else. */
const dots = /(?<![.…/\d])(?:(?<=[\p{L}\p{M})\]”»])\.\.|\.{3,6}|…+)(?![.…/\d\p{L}])(?!\s[.…])/gu

function isUsual({ language }: Passage, text: string, usual: string): boolean {
  // Chinese has six dots, and four end a sentence in English.
  return text === usual || text === '……' || text === '....' || (text === '......' && language === 'zh')
}

function hitAt(passage: Passage, at: number, text: string, usual: string): Hit {
  const mended = replacement(passage, at, at + text.length, usual)
  const message = `Unexpected \`${text}\`, expected \`${usual}\``
  return text === '..' ? { range: mended.range, message, expected: ['.', usual] } : { message, ...mended }
}
