import { unspaced } from '../../model/unspaced.ts'

export interface FoundTerm {
  readonly start: number
  readonly end: number
}

/** Where a form stands in a text, word for word; blanks and apostrophes of every kind are equal. Sorted. */
export function findTerm(words: string, form: string, exact: boolean): FoundTerm[] {
  return [...words.matchAll(termPattern(form, exact))].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

/** Whether a look at the first word can't rule it out: most texts have none of a large glossary's terms. @param lower the text in lower case */
export function mayStandIn(lower: string, form: string): boolean {
  const end = form.search(/[\s'’]/)
  return lower.includes((end < 0 ? form : form.slice(0, end)).toLowerCase())
}

function termPattern(form: string, exact: boolean): RegExp {
  const escaped = form
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
  // Without spaces, a term may stand anywhere.
  const edges = unspaced.test(form) ? ['', ''] : ['(?<![\\p{L}\\p{M}\\p{N}])', '(?![\\p{L}\\p{M}\\p{N}])']
  return new RegExp(`${edges[0]}${escaped}${edges[1]}`, exact ? 'gu' : 'giu')
}

/** Whether the text has the form, inflected or within a longer word: each of its words by its beginning, in any order. */
export function mayHaveTerm(words: string, form: string): boolean {
  const text = plain(words)
  const wanted = plain(form).match(/[\p{L}\p{N}]+/gu) ?? []
  return wanted.every((word) => text.includes(stem(word)))
}

/** Letters without marks: accents move in inflection, vowels of Arabic and Hebrew are seldom written. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .toLowerCase()
}

/** Without what inflection changes: up to a third of the end, and an Arabic article. */
function stem(word: string): string {
  const bare = word.replace(/^(?:ال|وال|بال)(?=\p{L}{3})/u, '')
  if (unspaced.test(bare)) return bare
  return bare.slice(0, Math.max(3, Math.ceil((bare.length * 2) / 3)))
}
