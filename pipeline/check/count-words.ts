import type { Article, Unit } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { passageOf } from './passage.ts'
import { currentTranslation } from './translation.ts'

/** The words that `checkArticle` reads: the source's, and those of every current translation. */
export function wordsByLocale(article: Article, editions: readonly Edition[]): [Locale, number][] {
  const translated = editions
    .filter(({ locale }) => locale !== article.locale)
    .map((edition): [Locale, number] => {
      const counts = edition.words.map(({ text }, unit) =>
        currentTranslation(edition, unit) === null ? 0 : wordsOf(text, edition.locale, article.units[unit]),
      )
      return [edition.locale, sum(counts)]
    })
  return [[article.locale, sum(wordsByUnit(article))], ...translated]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

/** The words of the source, unit by unit; a slug has none. */
export function wordsByUnit(article: Article): number[] {
  return article.units.map((unit) => wordsOf(unit.text, article.locale, unit))
}

function wordsOf(text: string, locale: Locale, unit: Unit | undefined): number {
  if (unit === undefined || unit.kind === 'slug') return 0
  return wordsIn(passageOf(text, locale, unit.context === null ? 'markdown' : 'plain').words)
}

const word =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]|[\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]{1,5}|(?:(?![\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])[\p{L}\p{M}\p{N}])+(?:['’.,-](?![\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])[\p{L}\p{M}\p{N}]+)*/gu

/** As word processors count: a Han or kana character is a word. Thai, Lao, Khmer and Burmese are reckoned at five characters a word. */
function wordsIn(text: string): number {
  return text.match(word)?.length ?? 0
}
