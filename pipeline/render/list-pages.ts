import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Address, Addresses } from './addresses.ts'
import { cardView } from './card-view.ts'
import { fill } from './fill-template.ts'
import type { GatheredList } from './gathered-lists.ts'
import { homeAlternates, homes } from './homes.ts'
import type { IndexView } from './list-view.ts'
import type { Alternate, EditionLink, SiteView } from './page-view.ts'
import type { Page } from './pages.ts'
import type { Shell } from './shell.ts'
import type { Templates } from './templates.ts'

/** A page of a list: its HTML is made when it is asked for. */
export interface ListPage extends Page {
  /** What it shows, newest first. */
  readonly cards: readonly Card[]
  /** What else it alone is made from: plain JSON. */
  readonly sources: unknown
}

const ITEMS_PER_PAGE = 20

/**
 * The pages of a locale's index, one at least.
 *
 * @param cards the locale's, newest first; see `newestFirst`
 */
export function indexPages(templates: Templates, shell: Shell, to: Addresses, cards: readonly Card[]): ListPage[] {
  const { tag } = shell.locale
  return listPages(shell, to, {
    cards,
    address: (page) => to.index(tag, page),
    alternates: homeAlternates(shell.site, to),
    editions: homes(shell.site, to, tag),
    name: null,
    html: (view) => fill('index', templates.index, view),
  })
}

/** The pages of a tag or an author in a locale, none where it has no such articles. @param list its cards newest first */
export function gatheredPages(templates: Templates, shell: Shell, to: Addresses, list: GatheredList): ListPage[] {
  const { locale, site, t } = shell
  const { kind, name } = list
  const cards = list.cards.get(locale.tag)
  if (cards === undefined) return []
  const label = kind === 'tag' ? t(`tag.${name}`) : name
  const editions = site.locales.filter(({ tag }) => list.cards.has(tag))
  const feeds = kind === 'tag' ? shell.lists.feeds(name) : null
  return listPages(feeds === null ? shell : { ...shell, feeds }, to, {
    cards,
    address: (page) => to[kind](locale.tag, name, page),
    alternates: gatheredAlternates(site, to, list),
    editions: editions.map((one) => ({ locale: one, path: to[kind](one.tag, name).path, current: one.tag === locale.tag })),
    name: label,
    html: (view) => (kind === 'tag' ? fill('tag', templates.tag, { ...view, label }) : fill('author', templates.author, { ...view, name })),
  })
}

/** The first pages of a tag or an author are editions of one page, whose default is the source locale's, or else the first one. */
export function gatheredAlternates(site: SiteView, to: Addresses, { kind, name, cards }: GatheredList): Alternate[] {
  const locales = site.locales.flatMap(({ tag }) => (cards.has(tag) ? tag : []))
  const original = locales.find((tag) => tag === site.sourceLocale) ?? locales[0]
  if (original === undefined) return []
  const url = (locale: Locale) => to[kind](locale, name).url
  return [...locales.map((tag) => ({ hreflang: tag as string, href: url(tag) })), { hreflang: 'x-default', href: url(original) }]
}

interface List {
  readonly cards: readonly Card[]
  /** @param page from 1 */
  readonly address: (page: number) => Address
  /** Of the first page: the further ones of two locales show different articles. */
  readonly alternates: readonly Alternate[]
  readonly editions: readonly EditionLink[]
  readonly name: string | null
  readonly html: (view: IndexView) => string
}

function listPages(shell: Shell, to: Addresses, { cards, address: addressOf, alternates, editions, name, html }: List): ListPage[] {
  const pages = Math.max(1, Math.ceil(cards.length / ITEMS_PER_PAGE))
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1
    const own = cards.slice(index * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE)
    const address = addressOf(page)
    const links = page === 1 ? alternates : []
    return {
      address,
      cards: own,
      sources: [shell.site.locales.map(({ tag }) => tag), name, page, cards.length, links, editions],
      get html() {
        return html({
          ...shell,
          path: address.path,
          canonical: address.url,
          alternates: links,
          editions,
          items: own.map((card) => cardView(card, shell.site, to)),
          page,
          pages,
          count: cards.length,
          newer: page > 1 ? addressOf(page - 1).path : null,
          older: page < pages ? addressOf(page + 1).path : null,
        })
      },
    }
  })
}
