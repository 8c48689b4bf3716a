import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from './addresses.ts'
import type { CardView } from './list-view.ts'
import { localeView } from './locale-view.ts'
import type { LocaleView, SiteView } from './page-view.ts'

/** What a list shows of an edition. */
export function cardView(card: Card, site: SiteView, to: Addresses): CardView {
  const foreign = (locale: Locale | undefined): LocaleView | null =>
    locale === undefined ? null : (site.locales.find(({ tag }) => tag === locale) ?? localeView({ tag: locale }))
  return {
    path: to.article(card).path,
    title: card.title,
    titleLang: foreign(card.titleLocale),
    description: card.description,
    descriptionLang: foreign(card.descriptionLocale),
    date: new Date(card.date),
    updated: card.updated === null ? null : new Date(card.updated),
    authors: card.authors,
    tags: card.tags,
  }
}
