import { type Locale, parseLocale, withParents } from '../model/locale.ts'

/** The language of an article: the site's, and the variety of it that the article names; null where the site has nothing like it. */
export interface WrittenIn {
  readonly locale: Locale
  readonly variety: Locale
}

/** @param lang as the article says: one of the site's locales, or a narrower tag (`en-GB` where the site has `en`) */
export function writtenIn(lang: string, locales: readonly Locale[]): WrittenIn | null {
  const variety = parseLocale(lang)
  const locale = variety === null ? undefined : withParents(variety).find((tag) => locales.includes(tag))
  return variety === null || locale === undefined ? null : { locale, variety }
}
