import type { Said, SiteRule } from '../rule.ts'

/** One translation for two sources that say different things: one of them was copied and forgotten. */
export const sameTranslation: SiteRule = {
  kind: 'site',
  name: 'same-translation',
  severity: 'warning',
  options: {},
  claim(source, translation) {
    const value = wordsOf(source.words).join(' ')
    const key = wordsOf(translation.words).join(' ')
    return key.length < shortest(key) || value === '' ? null : { key: `${source.locale} ${key}`, value }
  },
  check({ markdown }, own, others) {
    const other = others.find(({ value }) => !isAlike(own.value, value))
    if (other === undefined) return []
    const message = `Another text has the same translation, in ${other.file}:${other.line}: \`${clipped(other)}\``
    return [{ range: { start: 0, end: markdown.length }, message, expected: [] }]
  },
}

/** Characters: short texts are often alike. */
function shortest(text: string): number {
  return /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u.test(text) ? 12 : 30
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Half of their words are the same: an edited text may well keep its translation. */
function isAlike(one: string, other: string): boolean {
  const [few, many] = [new Set(one.split(' ')), new Set(other.split(' '))].sort((a, b) => a.size - b.size)
  return few === undefined || many === undefined || few.intersection(many).size * 2 >= few.size
}

function clipped({ value }: Said): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value
}
