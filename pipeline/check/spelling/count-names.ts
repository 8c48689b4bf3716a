import type { Article } from '../../model/article.ts'
import type { Edition } from '../../model/edition.ts'
import type { Locale } from '../../model/locale.ts'
import { type Checkable, sourceTexts, translatedTexts } from '../checkable.ts'
import type { Locate } from '../place-in-file.ts'
import { namesIn } from './names-in.ts'
import { wordsIn } from './words-in.ts'

/** How often each name stands in the articles of each language. */
export type CountedNames = Map<Locale, Map<string, number>>

/** Add the names of an article and of its current translations to `counted`. */
export function countNames(article: Article, editions: readonly Edition[], locate: Locate, counted: CountedNames): void {
  addNames(sourceTexts(article), counted, (locale) => (locale === article.variety ? article.locale : locale))
  for (const edition of editions) if (edition.locale !== article.locale) addNames(translatedTexts(edition, locate), counted)
}

/** Of a language's varieties together: `localeOf` tells whose a variety is. */
function addNames(texts: readonly Checkable[], counted: CountedNames, localeOf = (variety: Locale) => variety): void {
  for (const { passage } of texts) {
    const locale = localeOf(passage.locale)
    const counts = counted.get(locale) ?? new Map<string, number>()
    const capitalised = wordsIn(passage.words, passage.language, 'capitalised')
    for (const name of namesIn(capitalised)) counts.set(name, (counts.get(name) ?? 0) + 1)
    if (counts.size > 0) counted.set(locale, counts)
  }
}
