import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { carryOver } from './carry-over.ts'

/**
 * A bracket that is opened and never closed, or closed and never opened.
 *
 * Numbering ("a) …"), faces (":-)") and half-open intervals ("[0, 1)") are passed over; a parenthesis may go on over several paragraphs.
 */
export const unbalancedBracket: WholeRule = {
  kind: 'whole',
  name: 'unbalanced-bracket',
  severity: 'error',
  options: {},
  check(passages) {
    const readings = passages.map(({ words }) => readBrackets(words))
    if (readings.every(({ open, stray }) => open.length + stray.length === 0)) return readings.map(() => [])
    const { open, stray } = carryOver(readings, () => false)
    return passages.map((passage, index) => [
      ...(open[index] ?? []).map((at) => hitAt(passage, at, 'Unclosed')),
      ...(stray[index] ?? []).map((at) => hitAt(passage, at, 'Unopened')),
    ])
  },
}

/** Both widths stand for the same. */
const pairs: Readonly<Record<string, string>> = {
  ')': '(（',
  '）': '(（',
  ']': '[［',
  '］': '[［',
  '】': '【',
  '》': '《',
  '」': '「',
  '』': '『',
}

const bracket = /[()[\]（）［］【】《》「」『』]/g

/** How many open brackets back a closing one is looked for. */
const deepest = 16

function readBrackets(words: string): { open: number[]; stray: number[] } {
  const open: number[] = []
  const stray: number[] = []
  if (words.search(/[()[\]（）［］【】《》「」『』]/) < 0 || !/\p{L}/u.test(words)) return { open, stray }
  for (const { 0: mark, index: at } of words.matchAll(bracket)) {
    const partners = pairs[mark]
    if (isFace(words, at)) continue
    if (partners === undefined) {
      open.push(at)
      continue
    }
    const back = open
      .slice(-deepest)
      .reverse()
      .findIndex((opening) => partners.includes(words[opening] ?? ' '))
    if (back >= 0) open.splice(open.length - 1 - back, 1)
    else if (closesInterval(words, open.at(-1), at)) open.pop()
    else if (!isNumbering(words, at)) stray.push(at)
  }
  return { open, stray }
}

/** :-) ;) :( =) (: */
function isFace(words: string, at: number): boolean {
  if (!/[()]/.test(words[at] ?? '')) return false
  const before = words.slice(Math.max(0, at - 4), at)
  if (/(?:^|\s)[:;=8xX]['’]?[-o^]?$/u.test(before)) return true
  return words[at] === '(' && /(?:^|\s)$/.test(before) && /^[:;=](?:\s|$)/.test(words.slice(at + 1, at + 3))
}

/** "1)", "a)", "iv)", "2.b)", also within a sentence. */
function isNumbering(words: string, at: number): boolean {
  return /(?:^|[\s,;:—–\uFFFC])(?:\p{L}|[ivxIVX]{1,5}|\p{N}{1,4}(?:\.\p{N}{1,3}|\.?\p{L})?)\.?$/u.test(
    words.slice(Math.max(0, at - 10), at),
  )
}

/** "[0, 1)" and "(0, 1]" */
function closesInterval(words: string, opening: number | undefined, at: number): boolean {
  return opening !== undefined && at - opening < 40 && /^[([]\s*[^\s,;]+\s*[,;]\s*[^\s,;]+$/.test(words.slice(opening, at))
}

function hitAt(passage: Passage, at: number, what: string): Hit {
  return { range: rangeIn(passage, at, at + 1), message: `${what} bracket \`${passage.words[at]}\``, expected: [] }
}
