import type { Artifact } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { editionTable } from '../render/alternates.ts'
import { feed } from '../render/feed.ts'
import { newestFirst } from '../render/newest-first.ts'
import { chooserPage, indexPages, notFoundPage, type Page } from '../render/pages.ts'
import { robots } from '../render/robots.ts'
import { shell, siteView } from '../render/shell.ts'
import { sitemap } from '../render/sitemap.ts'
import { artifact, html } from './artifact.ts'
import type { Press } from './press.ts'

/**
 * All that points at articles: the locales' indexes, feeds and pages for what isn't found, the language chooser, the sitemap.
 *
 * @param cards of every published edition
 * @param stale locales whose own ones are to be made; null for all
 */
export async function* indexArtifacts(press: Press, cards: readonly Card[], stale: ReadonlySet<string> | null): AsyncGenerator<Artifact> {
  const { room, to, templates } = press
  const byLocale = Map.groupBy(cards, (card) => card.locale)
  const locales = room.site.locales.map(({ tag }) => tag).filter((tag) => byLocale.has(tag))
  const view = siteView(room.site, locales, { ...to.chooser(), path: press.view.stylesheet }, to)
  const shellOf = (locale: Locale) => shell({ ...press.setting, view }, locale, room.words.translate(locale))
  for (const locale of locales) {
    if (stale?.has(locale) === false) continue
    const own = byLocale.get(locale) ?? []
    const shared = shellOf(locale)
    for (const page of indexPages(templates, shared, to, newestFirst(own))) yield pageArtifact(page)
    yield pageArtifact(notFoundPage(templates, shared, to, locale))
    const atom = await feed(shared, own, to)
    const contentType = 'application/atom+xml; charset=utf-8'
    if (atom !== null) yield artifact({ kind: 'index', address: to.feed(locale), body: atom, contentType })
  }
  const root = shellOf(room.site.sourceLocale)
  const offers = new Map(locales.map((locale) => [locale, { count: byLocale.get(locale)?.length ?? 0, t: room.words.translate(locale) }]))
  yield pageArtifact(chooserPage(templates, root, to, offers))
  yield pageArtifact(notFoundPage(templates, root, to, null))
  for (const { address, xml } of sitemap(editionTable(cards, press.view.locales, to), view, to)) {
    yield artifact({ kind: 'index', address, body: xml, contentType: 'application/xml; charset=utf-8' })
  }
  yield artifact({ kind: 'index', address: to.robots(), body: robots(to), contentType: 'text/plain; charset=utf-8' })
}

function pageArtifact({ address, html: body }: Page): Artifact {
  return artifact({ kind: 'index', address, body, contentType: html })
}
