import type { Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Address, Addresses } from './addresses.ts'
import type { ArticleView } from './article-view.ts'
import { cardView } from './card-view.ts'
import type { Choice } from './chooser-view.ts'
import { fill } from './fill-template.ts'
import type { Translate } from './formats-view.ts'
import { homeAlternates, homes } from './homes.ts'
import type { SearchView } from './search-view.ts'
import type { Shell } from './shell.ts'
import type { Templates } from './templates.ts'

/** One page, ready to be encoded. */
export interface Page {
  readonly address: Address
  readonly html: string
}

/** @throws {Failure} `template-failed`, as all of this file */
export function articlePage(templates: Templates, view: ArticleView): string {
  return fill('article', templates.article, view)
}

/** @param scope the locale that the page serves, null for the rest of the site */
export function notFoundPage(templates: Templates, shell: Shell, to: Addresses, scope: Locale | null): Page {
  const address = to.notFound(scope)
  const editions = homes(shell.site, to, scope)
  const html = fill('not-found', templates.notFound, { ...shell, path: address.path, canonical: null, alternates: [], editions })
  return { address, html }
}

/** A locale's search page, which search engines need not know. */
export function searchPage(templates: Templates, shell: Shell, to: Addresses, more: Pick<SearchView, 'script' | 'numbers'>): Page {
  const { tag } = shell.locale
  const address = to.search(tag)
  const editions = homes(shell.site, to, tag).map((edition) => ({ ...edition, path: to.search(edition.locale.tag).path }))
  const index = to.search(tag, 'pagefind.js').path
  const html = fill('search', templates.search, { ...shell, path: address.path, canonical: null, alternates: [], editions, index, ...more })
  return { address, html }
}

/** What stands at an address that an edition has left; search engines take the new one for it. */
export function movedPage(templates: Templates, shell: Shell, to: Addresses, { from, card }: { from: Key; card: Card }): string {
  const { path, url } = to.article(card)
  const { title, titleLang } = cardView(card, shell.site, to)
  const view = { ...shell, path: to.at(from).path, canonical: url, alternates: [], editions: [], to: path, title, titleLang }
  return fill('moved', templates.moved, view)
}

/**
 * The site's root.
 *
 * @param shell of the site's source locale
 * @param offers published editions and interface text of each locale, in the site's order
 */
export function chooserPage(
  templates: Templates,
  shell: Shell,
  to: Addresses,
  offers: ReadonlyMap<Locale, { readonly count: number; readonly t: Translate }>,
): Page {
  const address = to.chooser()
  const choices: Choice[] = shell.site.locales.flatMap((locale) => {
    const offer = offers.get(locale.tag)
    return offer ? [{ locale, path: to.index(locale.tag).path, ...offer }] : []
  })
  const alternates = homeAlternates(shell.site, to)
  const view = { ...shell, path: address.path, canonical: address.url, alternates, editions: homes(shell.site, to, null), choices }
  return { address, html: fill('chooser', templates.chooser, view) }
}
