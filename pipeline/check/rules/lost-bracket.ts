import type { Passage } from '../passage.ts'
import type { PairRule } from '../rule.ts'

/**
 * The source says something in brackets and the translation has none: the aside is lost, or stands as a statement.
 *
 * Dashes, commas and quotation marks may do a bracket's work: silent where the translation has more of them. More brackets than in the source are no
 * mistake: translators explain.
 */
export const lostBracket: PairRule = {
  kind: 'pair',
  name: 'lost-bracket',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = asides(source)
    if (wanted.length === 0 || bracket.test(translation.words) || insertions(translation) > insertions(source)) return []
    const [first = ''] = wanted
    return [{ range: null, message: `Missing brackets: the source has \`${first}\``, expected: [] }]
  },
}

const bracket = /[()（）[\]［］【】]/

/** Of two words or more: an abbreviation, a number or a plural's ending in brackets goes other ways in other languages. */
function asides({ words }: Passage): string[] {
  const all = words.match(/[(（[［【][^()（）[\]［］【】]{1,400}[)）\]］】]/gu) ?? []
  return all.filter((aside) => /\p{L}{2,}[^\p{L}]+\p{L}{2,}|[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]{4}/u.test(aside))
}

/** Dashes between words, and quotation marks. */
function insertions({ words }: Passage): number {
  return words.match(/(?<=\s)[–—-](?=\s)|—|[“”„«»「」『』《》]/gu)?.length ?? 0
}
