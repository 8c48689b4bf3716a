import type { Passage } from '../passage.ts'
import type { PairRule } from '../rule.ts'

/** A translation that counts as one, but has no words: blanks, invisible characters, a dash. Readers would get an empty paragraph. */
export const blankTranslation: PairRule = {
  kind: 'pair',
  name: 'blank-translation',
  severity: 'error',
  options: {},
  check(source, translation) {
    if (hasWords(translation) || !hasWords(source) || isSign(source, translation)) return []
    const range = { start: 0, end: translation.markdown.length }
    return [{ range, message: 'The translation has no words, the source has', expected: [] }]
  },
}

function hasWords({ words, marks }: Passage): boolean {
  return /[\p{L}\p{N}\uFFFC]/u.test(words) || marks.some(({ kind }) => kind !== 'html' && kind !== 'emphasis')
}

/** "Yes" may have become "✓" in a table. */
function isSign(source: Passage, { words }: Passage): boolean {
  return source.words.length < 10 && /[^\s\p{C}\p{Z}]/u.test(words)
}
