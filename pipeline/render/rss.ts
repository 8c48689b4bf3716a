import type { FeedEntry } from './feed-entry.ts'
import type { FeedHead } from './feed-head.ts'
import { html } from './html.ts'

/** RSS 2.0, with what it lacks from Atom, Dublin Core and RSS's content module. @param items each as `rssItem` writes it */
export function rss({ title, locale, home, files, publisher, hub, updated }: FeedHead, items: readonly string[]): string {
  const head = html`<rss version="2.0" xml:lang="${locale}" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${home}</link>
<description>${publisher.name}</description>
<language>${locale}</language>
<lastBuildDate>${updated.toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${files.rss}"/>
${hub !== null && html`<atom:link rel="hub" href="${hub}"/>\n`}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}${items.join('')}</channel>\n</rss>\n`
}

export function rssItem({ id, url, title, summary, published, updated, authors, tags, text }: FeedEntry): string {
  const { team = null, translators = [] } = text?.translation ?? {}
  return `${html`<item>
<title>${title.text}</title>
<link>${url}</link>
<guid isPermaLink="false">${id}</guid>
<pubDate>${published.toUTCString()}</pubDate>
<atom:updated>${updated.toISOString()}</atom:updated>
${[...authors.map((name) => html`<dc:creator>${name}</dc:creator>\n`), ...[team, ...translators].map((name) => name !== null && html`<dc:contributor>${name}</dc:contributor>\n`)]}${tags.map(({ label }) => html`<category>${label}</category>\n`)}<description>${summary.text}</description>
${text && html`<content:encoded>${text.content}</content:encoded>\n`}</item>
`}`
}
