import type { Artifact, Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Entry } from '../model/manifest.ts'
import { editionsByArticle } from '../render/alternates.ts'
import { tagWithSettings } from '../render/formats.ts'
import { gatheredLists } from '../render/gathered-lists.ts'
import { gatheredAlternates, gatheredPages, indexPages, type ListPage } from '../render/list-pages.ts'
import { llmsText } from '../render/llms-text.ts'
import { newestFirst } from '../render/newest-first.ts'
import { chooserPage, notFoundPage, type Page, searchPage } from '../render/pages.ts'
import { robots } from '../render/robots.ts'
import { type Shell, shell, siteView } from '../render/shell.ts'
import { sitemap } from '../render/sitemap.ts'
import { artifact, html } from './artifact.ts'
import type { Ledger } from './ledger.ts'
import type { Press } from './press.ts'

export interface Lists {
  /** Of every published edition. */
  readonly cards: readonly Card[]
  /** Locales whose own lists are to be made; null for all. */
  readonly stale: ReadonlySet<string> | null
  /** Null where every page is to be made. */
  readonly ledger: Ledger | null
  /** By key. */
  readonly published: ReadonlyMap<Key, Entry>
  /** Takes the keys of pages that are published as they would be made: these aren't made. */
  readonly kept: Set<Key>
}

/** All that points at articles: indexes, pages of tags and authors, pages for what isn't found, the language chooser, the sitemap, robots. */
export async function* indexArtifacts(press: Press, input: Lists): AsyncGenerator<Artifact> {
  const { cards, stale } = input
  const { room, to, templates } = press
  const byLocale = Map.groupBy(cards, (card) => card.locale)
  const locales = room.site.locales.map(({ tag }) => tag).filter((tag) => byLocale.has(tag))
  const newest = new Map(locales.map((locale) => [locale, newestFirst(byLocale.get(locale) ?? [])]))
  const gathered = gatheredLists(newest)
  const view = siteView(room.site, locales, { ...to.chooser(), path: press.view.stylesheet }, to)
  const shellOf = (locale: Locale) => shell({ ...press.setting, view }, locale, room.words.translate(locale))
  for (const [locale, own] of newest) {
    if (stale?.has(locale) === false) continue
    const shared = shellOf(locale)
    for (const page of indexPages(templates, shared, to, own)) yield* listArtifact(press, page, locale, input)
    for (const page of gathered.flatMap((list) => gatheredPages(templates, shared, to, list)))
      yield* listArtifact(press, page, locale, input)
    yield pageArtifact(press, notFoundPage(templates, shared, to, locale), locale)
    yield* searchPages(press, shared, locale)
  }
  const root = shellOf(room.site.sourceLocale)
  const offers = new Map(locales.map((locale) => [locale, { count: byLocale.get(locale)?.length ?? 0, t: room.words.translate(locale) }]))
  yield pageArtifact(press, chooserPage(templates, root, to, offers), room.site.sourceLocale)
  yield pageArtifact(press, notFoundPage(templates, root, to, null), room.site.sourceLocale)
  const lists = gathered.map((list) => gatheredAlternates(view, to, list))
  for (const { address, body } of sitemap(editionsByArticle(cards, press.view.locales, to), view, to, { lists })) {
    yield artifact({ kind: 'index', address, body, contentType: 'application/xml; charset=utf-8' })
  }
  if (room.site.llms) {
    const body = llmsText(newest, view, to)
    yield artifact({ kind: 'index', address: to.llms(), body, contentType: 'text/plain; charset=utf-8' })
  }
  yield artifact({ kind: 'index', address: to.robots(), body: robots(to, locales), contentType: 'text/plain; charset=utf-8' })
}

function* searchPages(press: Press, shared: Shell, locale: Locale): Generator<Artifact> {
  const { room, to, templates, searchScript } = press
  const settings = room.site.locales.find(({ tag }) => tag === locale)
  if (searchScript === null || settings === undefined) return
  const more = { script: searchScript.address.path, numbers: tagWithSettings(settings) }
  yield pageArtifact(press, searchPage(templates, shared, to, more), locale)
}

/** @param inputs its content's own where that says all */
function pageArtifact({ fonts }: Press, { address, html: body }: Page, locale: Locale, inputs?: Digest): Artifact {
  const own = inputs === undefined ? {} : { inputs: () => inputs }
  return artifact({ kind: 'index', address, body: fonts.forList(body, locale), contentType: html, ...own })
}

/** Nothing where what is published was made from the same. */
function* listArtifact(press: Press, page: ListPage, locale: Locale, { ledger, published, kept }: Lists): Generator<Artifact> {
  if (ledger === null) return yield pageArtifact(press, page, locale)
  const inputs = ledger.page([locale, page.sources, page.cards.map((card) => ledger.card(card))], [])
  const { key } = page.address
  if (!ledger.full && published.get(key)?.inputs === inputs) kept.add(key)
  else yield pageArtifact(press, page, locale, inputs)
}
