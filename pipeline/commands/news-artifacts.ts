import type { Artifact } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { inXml } from '../render/feed-entry.ts'
import type { FedEdition } from '../render/feed-lists.ts'
import { inTheNews, newsSitemap } from '../render/news-sitemap.ts'
import { artifact } from './artifact.ts'
import type { Press } from './press.ts'

/**
 * A news sitemap for each locale: what came out in the last two days, by the clock of this run.
 *
 * @param editions all that are published
 * @param isStale whether the published one of a locale holds others
 */
export async function* newsArtifacts(
  { room, setting, to }: Press,
  editions: () => Iterable<FedEdition>,
  cardOf: (edition: FedEdition) => Promise<Card>,
  isStale: (locale: Locale) => boolean,
): AsyncGenerator<Artifact> {
  const stale = room.site.locales.map(({ tag }) => tag).filter(isStale)
  if (stale.length === 0) return
  const byLocale = Map.groupBy(editions(), ({ locale }) => locale)
  for (const locale of stale) {
    const own = byLocale.get(locale)
    if (own === undefined) continue
    const cards: Card[] = []
    for (const edition of inTheNews(own, room.now)) cards.push(await cardOf(edition))
    const titled = cards.map((card) => ({ ...card, title: inXml(card.title) }))
    const body = newsSitemap(titled, { name: inXml(room.site.name), locale, to, formats: setting })
    yield artifact({ kind: 'index', address: to.newsSitemap(locale), body, contentType: 'application/xml; charset=utf-8' })
  }
}
