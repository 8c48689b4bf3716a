import type { Article } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { passageOf } from './passage.ts'
import { currentTranslation } from './translation.ts'

/** The words that `checkArticle` reads: the source's, and those of every current translation. */
export function countWords(article: Article, editions: readonly Edition[]): number {
  const read = (text: string, locale: Locale, unit: number) => {
    const { context, kind } = article.units[unit] ?? { context: null, kind: 'slug' }
    return kind === 'slug' ? 0 : wordsIn(passageOf(text, locale, context === null ? 'markdown' : 'plain').words)
  }
  const source = article.units.map(({ text }, unit) => read(text, article.locale, unit))
  const translated = editions
    .filter(({ locale }) => locale !== article.locale)
    .flatMap((edition) => {
      return edition.words.map(({ text }, unit) => (currentTranslation(edition, unit) === null ? 0 : read(text, edition.locale, unit)))
    })
  return [...source, ...translated].reduce((sum, count) => sum + count, 0)
}

const word =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]|[\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]{1,5}|(?:(?![\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])[\p{L}\p{M}\p{N}])+(?:['’.,-](?![\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])[\p{L}\p{M}\p{N}]+)*/gu

/** As word processors count: a Han or kana character is a word. Thai, Lao, Khmer and Burmese are reckoned at five characters a word. */
function wordsIn(text: string): number {
  return text.match(word)?.length ?? 0
}
