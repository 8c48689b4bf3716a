import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from './addresses.ts'
import { indexable } from './alternates.ts'
import type { FedEdition } from './feed-lists.ts'
import type { Formats } from './formats-view.ts'
import { html } from './html.ts'
import { newestFirst } from './newest-first.ts'

/** Google's: a news sitemap holds what came out in the last two days, a thousand addresses at most. */
const lifetime = 2 * 24 * 60 * 60 * 1000
const most = 1000

/** The editions among them that are news at a time, newest first. */
export function inTheNews<Edition extends FedEdition>(editions: Iterable<Edition>, now: Date): Edition[] {
  const news = [...editions].filter((edition) => isNews(edition.date, now) && indexable(edition))
  return newestFirst(news).slice(0, most)
}

/** @param date ISO 8601, UTC */
export function isNews(date: string, now: Date): boolean {
  return date > new Date(now.getTime() - lifetime).toISOString()
}

/** When an edition is no news any more. */
export function newsUntil({ date }: Pick<Card, 'date'>): Date {
  return new Date(new Date(date).getTime() + lifetime)
}

/** @param cards of one locale, as `inTheNews` gives them */
export function newsSitemap(
  cards: readonly Card[],
  {
    name,
    locale,
    to,
    formats,
  }: { readonly name: string; readonly locale: Locale; readonly to: Addresses; readonly formats: Pick<Formats, 'machineDate'> },
): string {
  const entries = cards.map(
    (card) =>
      html`<url><loc>${to.article(card).url}</loc><news:news><news:publication><news:name>${name}</news:name><news:language>${newsLanguage(locale)}</news:language></news:publication><news:publication_date>${formats.machineDate(new Date(card.date))}</news:publication_date><news:title>${card.title}</news:title></news:news></url>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries}</urlset>
`}`
}

/** ISO 639, but for Chinese, of which Google wants to know the script by way of a country. */
function newsLanguage(locale: Locale): string {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
