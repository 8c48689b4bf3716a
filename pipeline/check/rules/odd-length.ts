import type { Passage } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { haveSameWords } from './same-words.ts'

/**
 * A translation that is far too short or far too long to be one: half of a paragraph, or the text of another message.
 *
 * Lengths are letters and digits, measured by what a language usually needs. Only the extreme is told.
 */
export const oddLength: PairRule = {
  kind: 'pair',
  name: 'odd-length',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = lengthOf(source)
    const found = lengthOf(translation)
    const most = wanted >= 150 ? 2.2 : wanted >= 60 ? 2.8 : wanted >= 25 ? 4 : Number.POSITIVE_INFINITY
    const ratio = found / wanted
    if (found === 0 || (ratio <= most && (ratio >= 1 / most || wanted < 60))) return []
    return haveSameWords(source.words, translation.words) ? [] : [odd(translation, ratio)]
  },
}

function odd({ markdown }: Passage, ratio: number): Hit {
  const than = ratio > 1 ? `${round(ratio)} times as long as` : `only ${Math.round(ratio * 100)}% as long as`
  const message = `The translation is ${than} the source, by what its language usually needs`
  return { range: { start: 0, end: markdown.length }, message, expected: [] }
}

function round(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)
}

/** Letters and digits in terms of English ones. */
function lengthOf({ words, language, marks }: Passage): number {
  const code = marks.reduce((sum, { kind, value }) => sum + (kind === 'code' ? letters(value) : 0), 0)
  return code + letters(words) / (needs[language] ?? 1)
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length
}

/** Letters and digits of the Universal Declaration of Human Rights in each language, by those of the English one. */
// biome-ignore format: a table
const needs: Readonly<Record<string, number>> = {
  af: 0.97, am: 0.49, ar: 0.7, az: 1.05, be: 1.09, bg: 1.07, bn: 0.58, bs: 0.94, ca: 1.02, cs: 0.93, cy: 0.94, da: 1.03, de: 1.15,
  el: 1.18, es: 1.12, eu: 1.07, fa: 0.81, fi: 1.1, fr: 1.11, ga: 1.08, gl: 1.06, gu: 0.59, he: 0.66, hi: 0.61, hr: 0.94, hu: 1.17,
  hy: 1.08, id: 1.22, is: 0.96, it: 1.14, ja: 0.44, ka: 1.15, kk: 1.06, km: 0.71, kn: 0.65, ko: 0.39, lo: 0.86, lt: 1.06,
  mk: 1.01, ml: 0.62, mn: 1.04, mr: 0.67, mt: 1.04, my: 0.71, nb: 0.97, ne: 0.55, nl: 1.21, nn: 0.93, pa: 0.59, pl: 1.08,
  ps: 0.86, pt: 1.06, ro: 1.13, ru: 1.14, si: 0.66, sk: 0.96, sl: 0.99, sq: 1.03, sr: 0.89, sv: 1.01, sw: 0.93, ta: 0.8, te: 0.67,
  th: 0.82, tl: 1.18, tr: 1.0, uk: 1.02, ur: 0.83, uz: 1.19, vi: 0.95, zh: 0.29,
}
