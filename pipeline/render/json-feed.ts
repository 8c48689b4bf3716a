import type { FeedEntry } from './feed-entry.ts'
import type { FeedHead } from './feed-head.ts'
import type { FeedText } from './feed-text.ts'

/** JSON Feed 1.1. @param items each as `jsonItem` writes it */
export function jsonFeed({ title, locale, home, files, publisher, hub }: FeedHead, items: readonly string[]): string {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: files.json,
    language: locale,
    authors: [publisher],
    ...(hub !== null && { hubs: [{ type: 'WebSub', url: hub }] }),
  }
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n${items.join(',\n')}\n]}\n`
}

/** The translation's credit is an extension, which the format allows under such names. */
export function jsonItem({ id, url, locale, title, summary, published, updated, authors, tags, text }: FeedEntry): string {
  return JSON.stringify({
    id,
    url,
    title: title.text,
    summary: summary.text,
    ...(text === null ? { content_text: summary.text } : { content_html: text.content }),
    ...(text?.image && { image: text.image }),
    date_published: published.toISOString(),
    date_modified: updated.toISOString(),
    authors: authors.map((name) => ({ name })),
    tags: tags.map(({ label }) => label),
    language: locale,
    ...(text?.translation && { _translation: text.translation }),
  })
}

/** The texts of a feed that `jsonFeed` made, by the ids of their entries; none where it is damaged. */
export function textsOf(feed: string): ReadonlyMap<string, FeedText> {
  const found = new Map<string, FeedText>()
  for (const item of itemsIn(feed)) {
    const { id, content_html: content, image = null, _translation: translation = null } = item
    if (typeof id === 'string' && typeof content === 'string') found.set(id, { content, image, translation } as FeedText)
  }
  return found
}

function itemsIn(feed: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const { items } = JSON.parse(feed) as { items?: unknown }
    return Array.isArray(items) ? items.filter((item) => typeof item === 'object' && item !== null) : []
  } catch {
    return []
  }
}
