import type { Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import { Failure } from '../model/failure.ts'
import { Html } from '../model/html.ts'
import type { Locale } from '../model/locale.ts'
import type { Place } from '../model/place.ts'
import type { Address, Addresses } from './addresses.ts'
import { homeAlternates, homes } from './homes.ts'
import { localeView } from './locale-view.ts'
import type { Shell } from './shell.ts'
import type { ArticleView, CardView, Choice, LocaleView, PageView, SiteView, Templates, Translate } from './view.ts'

/** One page, ready to be encoded. */
export interface Page {
  readonly address: Address
  readonly html: string
}

/** @throws {Failure} `template-failed`, as all of this file */
export function articlePage(templates: Templates, view: ArticleView): string {
  return fill('article', templates.article, view)
}

const ITEMS_PER_PAGE = 20

/**
 * The pages of a locale's index, one at least.
 *
 * @param cards the locale's, newest first; see `newestFirst`
 */
export function indexPages(templates: Templates, shell: Shell, to: Addresses, cards: readonly Card[]): Page[] {
  const { tag } = shell.locale
  const pages = Math.max(1, Math.ceil(cards.length / ITEMS_PER_PAGE))
  const items = cards.map((card) => cardView(card, shell.site, to))
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1
    const address = to.index(tag, page)
    const html = fill('index', templates.index, {
      ...shell,
      path: address.path,
      canonical: address.url,
      alternates: page === 1 ? homeAlternates(shell.site, to) : [],
      editions: homes(shell.site, to, tag),
      items: items.slice(index * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE),
      page,
      pages,
      count: cards.length,
      newer: page > 1 ? to.index(tag, page - 1).path : null,
      older: page < pages ? to.index(tag, page + 1).path : null,
    })
    return { address, html }
  })
}

/** @param scope the locale that the page serves, null for the rest of the site */
export function notFoundPage(templates: Templates, shell: Shell, to: Addresses, scope: Locale | null): Page {
  const address = to.notFound(scope)
  const editions = homes(shell.site, to, scope)
  const html = fill('not-found', templates.notFound, { ...shell, path: address.path, canonical: null, alternates: [], editions })
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

function cardView(card: Card, site: SiteView, to: Addresses): CardView {
  const foreign = (locale: Locale | undefined): LocaleView | null =>
    locale === undefined ? null : (site.locales.find(({ tag }) => tag === locale) ?? localeView(locale))
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

function fill<View extends PageView>(name: string, template: (view: View) => Html, view: View): string {
  let page: Html
  try {
    page = template(view)
    if (!(page instanceof Html)) throw new TypeError(`it returned ${typeof page}, not what the html tag makes`)
  } catch (cause) {
    throw templateFailed(name, view, cause)
  }
  return `<!doctype html>\n${page}\n`
}

function templateFailed(name: string, view: PageView, cause: unknown): Failure {
  const message = cause instanceof Error ? cause.message : String(cause)
  const place = templatePlace(cause)
  return new Failure(
    'template-failed',
    {
      exit: 2,
      what: `The template ${name} failed on ${view.path} (${view.locale.tag}).`,
      why: message,
      next: `Mend templates/${name}.ts or what it calls.`,
      ...(place && { place }),
    },
    { cause },
  )
}

/** The first frame of the stack that is a template; types are stripped in place, so lines and columns are the file's. */
function templatePlace(cause: unknown): Place | null {
  const [, file, line, column] =
    /(templates\/[\w./-]+\.[jt]s)(?:\?[^:]*)?:(\d+):(\d+)/.exec((cause instanceof Error && cause.stack) || '') ?? []
  return file === undefined ? null : { file, line: Number(line), column: Number(column) }
}
