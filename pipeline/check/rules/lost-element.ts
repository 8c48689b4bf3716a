import type { Passage } from '../passage.ts'
import type { PairRule } from '../rule.ts'

/** An inline element of HTML that says what a text means: "H<sub>2</sub>O" without it is another text. Emphasis and line breaks are other rules' business. */
export const lostElement: PairRule = {
  kind: 'pair',
  name: 'lost-element',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const found = elements(translation)
    const [lost] = [...elements(source)].filter((name) => telling.has(name) && !found.has(name) && !isWritten(name, translation))
    return lost === undefined ? [] : [{ range: null, message: `Missing \`<${lost}>\`: the source has it`, expected: [] }]
  },
}

/** Those that translators can't know to be needless. */
const telling = new Set('del ins kbd mark ruby s sub sup time'.split(' '))

function elements({ marks }: Passage): ReadonlySet<string> {
  return new Set(marks.flatMap(({ kind, value }) => (kind === 'html' ? [value] : [])))
}

/** "m²", "CO₂", "~~old~~": by a letter or Markdown of its own. Ordinals ("21<sup>st</sup>") are other languages' full stop. */
function isWritten(name: string, { words, marks }: Passage): boolean {
  if (name === 'sup') return /[\u00B2\u00B3\u00B9\u2070-\u207F\u1D2C-\u1D6Aªº]|\p{N}[.-]|\p{N}(?:\p{L}|\s)/u.test(words)
  if (name === 'sub') return /[\u2080-\u209C]/.test(words)
  return (name === 's' || name === 'del') && marks.some(({ kind, value }) => kind === 'emphasis' && value === '~~')
}
