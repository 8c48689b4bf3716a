import { type Dictionary, noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import { spelling } from '../../../pipeline/check/rules/spelling.ts'
import { wordsIn } from '../../../pipeline/check/spelling/words-in.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { declaration, type Language } from './declaration.ts'

/** The words of the Declaration of Human Rights, names taken for words, and those that the spelling rule reports. */
export function reportedShare(
  language: Language,
  dictionary: Dictionary,
): { readonly words: number; readonly reported: readonly string[] } {
  const passages = declaration(language).map(({ text }) => passageOf(text, language as Locale, 'plain'))
  const words = passages.reduce((sum, passage) => sum + wordsIn(passage.words, passage.language).length, 0)
  const knowledge = { ...noKnowledge, dictionary: { ...dictionary, near: () => [], suggest: () => [] } }
  const hits = spelling.check(passages, { ignoreNames: false }, knowledge)
  const reported = passages.flatMap(({ markdown }, index) => {
    return (hits[index] ?? []).flatMap(({ range }) => (range === null ? [] : [markdown.slice(range.start, range.end)]))
  })
  return { words, reported }
}
