import type { ArticleId } from '../model/article.ts'
import type { Pointer } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Address, Addresses } from './addresses.ts'
import type { Alternate, EditionLink, LocaleView } from './page-view.ts'

/** The published editions of one article, and how they point at each other. */
export interface Editions<Card extends Pointer = Pointer> {
  /** In the site's order of locales. */
  readonly cards: ReadonlyMap<Locale, { readonly card: Card; readonly address: Address }>
  /** Of the indexable editions, `x-default` last. */
  readonly alternates: readonly Alternate[]
}

/**
 * The one table that hreflang, canonical, language switchers and the sitemap are made from; so hreflang is reciprocal by construction.
 *
 * @param cards of all published editions
 * @param locales the site's, in its order; cards of others are left out
 */
export function editionTable<Card extends Pointer>(
  cards: Iterable<Card>,
  locales: readonly LocaleView[],
  addresses: Addresses,
): ReadonlyMap<ArticleId, Editions<Card>> {
  const byArticle = Map.groupBy(cards, (card) => card.article)
  return new Map([...byArticle].map(([article, group]) => [article, editionsOf(group, locales, addresses)]))
}

/** What that table holds, in the order of the articles' ids, each made when it is asked for: of a whole site they take much memory. */
export function* editionsByArticle<Card extends Pointer>(
  cards: Iterable<Card>,
  locales: readonly LocaleView[],
  addresses: Addresses,
): Generator<Editions<Card>> {
  const byArticle = Map.groupBy(cards, (card) => card.article)
  for (const article of [...byArticle.keys()].sort()) yield editionsOf(byArticle.get(article) ?? [], locales, addresses)
}

function editionsOf<Card extends Pointer>(group: readonly Card[], locales: readonly LocaleView[], addresses: Addresses): Editions<Card> {
  const cards = new Map<Locale, { card: Card; address: Address }>()
  for (const { tag } of locales) {
    const card = group.find((one) => one.locale === tag)
    if (card) cards.set(tag, { card, address: addresses.article(card) })
  }
  const indexed = [...cards.values()].filter(({ card }) => indexable(card))
  const original = indexed.find(({ card }) => card.locale === card.sourceLocale) ?? indexed[0]
  const alternates = indexed.map(({ card, address }) => ({ hreflang: card.locale as string, href: address.url }))
  return { cards, alternates: original ? [...alternates, { hreflang: 'x-default', href: original.address.url }] : [] }
}

/** An edition that shows the source's words is a duplicate of the source edition: search engines must not see it as a page of its own. */
export function indexable(card: Pick<Pointer, 'publication' | 'locale' | 'sourceLocale'>): boolean {
  return card.publication !== 'source' || card.locale === card.sourceLocale
}

/** What the edition's page says of itself and the others; its path's own canonical address is the source edition's where it is a duplicate. */
export function pageLinks(
  { cards, alternates }: Editions,
  card: Pointer,
  locales: readonly LocaleView[],
): { readonly canonical: string | null; readonly alternates: readonly Alternate[]; readonly editions: readonly EditionLink[] } {
  const own = cards.get(card.locale)?.address.url ?? null
  const editions = locales.flatMap((locale) => {
    const edition = cards.get(locale.tag)
    return edition ? [{ locale, path: edition.address.path, current: locale.tag === card.locale }] : []
  })
  if (indexable(card)) return { canonical: own, alternates, editions }
  return { canonical: cards.get(card.sourceLocale)?.address.url ?? own, alternates: [], editions }
}
