import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'

/**
 * Marks of emphasis that make none, so that readers see the stars: `** word**`, one of a pair missing, a bracket or Chinese punctuation next to them
 * (CommonMark's flanking rules), or any in a headline.
 */
export const brokenEmphasis: PairRule = {
  kind: 'pair',
  name: 'broken-emphasis',
  severity: 'error',
  options: {},
  check(source, translation) {
    if (!/[*_~]/.test(translation.words)) return []
    return ['*', '_', '~'].flatMap((sign) => left(sign, source, translation))
  },
}

function left(sign: string, source: Passage, translation: Passage): Hit[] {
  if (source.markdown.includes(`\\${sign}`)) return []
  const runs = runsOf(sign, translation)
  const spare = runs.length - runsOf(sign, source).length
  if (spare <= 0) return []
  const lost = emphasised(source) - emphasised(translation)
  // One star may be a footnote's, a multiplication's or a wildcard's; two are Markdown.
  const sure = runs.filter(({ length }) => lost > 0 || length === 2)
  if (sign === '_' && lost <= 0) return []
  return sure.slice(-spare).map(({ at, length }) => {
    const range = rangeIn(translation, at, at + length)
    const seen = sign.repeat(length)
    return { range, message: `Readers would see \`${seen}\`: it doesn’t begin or end emphasis here`, expected: [] }
  })
}

function emphasised({ marks }: Passage): number {
  return marks.filter(({ kind }) => kind === 'emphasis').length
}

/** Runs that touch a letter on one side at least; one within a word is part of a name (`snake_case`). */
function runsOf(sign: string, { words }: Passage): { at: number; length: number }[] {
  if (!words.includes(sign)) return []
  const run = new RegExp(
    sign === '_' ? '(?<![\\p{Script=Latin}\\p{N}_])_{1,2}(?=\\p{L})|(?<=\\p{L})_{1,2}(?![\\p{Script=Latin}\\p{N}_])' : `[${sign}]{1,3}`,
    'gu',
  )
  return [...words.matchAll(run)].flatMap(({ 0: found, index }) => {
    const touches = /[^\s]/.test(words[index - 1] ?? ' ') || /[^\s]/.test(words[index + found.length] ?? ' ')
    return touches || found.length === 2 ? [{ at: index, length: found.length }] : []
  })
}
