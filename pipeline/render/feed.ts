import type { Card } from '../model/edition.ts'
import type { Addresses } from './addresses.ts'
import { indexable } from './alternates.ts'
import { newestFirst } from './newest-first.ts'
import type { Shell } from './shell.ts'

const LATEST = 30

/**
 * The Atom feed of a locale: its latest editions, absolute addresses, no time of its own (`updated` is the newest entry's).
 *
 * @param cards the locale's
 * @returns null without cards: Atom has no feed without a date. Where none of them is indexable, a feed without entries, since pages point at it
 */
export async function feed(shell: Shell, cards: readonly Card[], to: Addresses): Promise<string | null> {
  const latest = newestFirst(cards.filter(indexable)).slice(0, LATEST)
  const dated = latest.length === 0 ? cards : latest
  if (dated.length === 0) return null
  const { generateAtomFeed } = await import('feedsmith')
  const { site, locale } = shell
  const home = to.index(locale.tag).url
  return generateAtomFeed({
    id: home,
    title: { value: clean(site.name) },
    updated: new Date(Math.max(...dated.map((card) => updated(card).getTime()))),
    authors: [{ name: clean(site.name), uri: `${site.url}/` }],
    links: [
      { href: to.feed(locale.tag).url, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html', hreflang: locale.tag },
    ],
    xml: { lang: locale.tag },
    entries: latest.map((card) => entry(card, site.url, to)),
  })
}

function entry(card: Card, siteUrl: string, to: Addresses) {
  return {
    id: entryId(card, siteUrl),
    title: { value: clean(card.title) },
    summary: { value: clean(card.description) },
    published: new Date(card.date),
    updated: updated(card),
    authors: card.authors.map((name) => ({ name: clean(name) })),
    categories: card.tags.map((tag) => ({ term: clean(tag) })),
    links: [{ href: to.article(card).url, rel: 'alternate', type: 'text/html', hreflang: card.locale }],
  }
}

/** A tag URI (RFC 4151): it stays when a slug changes, so that no reader shows an entry twice. */
function entryId({ article, locale, date }: Card, siteUrl: string): string {
  return `tag:${new URL(siteUrl).hostname},${date.slice(0, 4)}:${locale}/${article.split('/').map(encodeURIComponent).join('/')}`
}

function updated({ updated, date }: Card): Date {
  return new Date(updated ?? date)
}

/** XML 1.0 can't hold most control characters, not even escaped. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/g, '')
}
