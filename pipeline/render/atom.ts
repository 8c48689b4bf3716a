import type { FeedEntry, FeedPhrase } from './feed-entry.ts'
import type { FeedHead } from './feed-head.ts'
import { html } from './html.ts'

/** Atom 1.0 (RFC 4287). @param entries each as `atomEntry` writes it */
export function atom({ title, locale, home, files, publisher, hub, updated }: FeedHead, entries: readonly string[]): string {
  const head = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${home}</id>
<title>${title}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${publisher.name}</name><uri>${publisher.url}</uri></author>
<link rel="self" type="application/atom+xml" href="${files.atom}"/>
<link rel="alternate" type="text/html" hreflang="${locale}" href="${home}"/>
${hub !== null && html`<link rel="hub" href="${hub}"/>\n`}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}${entries.join('')}</feed>\n`
}

export function atomEntry({ id, url, locale, title, summary, published, updated, authors, tags, text }: FeedEntry): string {
  const { team = null, translators = [], original = null } = text?.translation ?? {}
  return `${html`<entry>
<id>${id}</id>
<title${language(title)}>${title.text}</title>
<link rel="alternate" type="text/html" hreflang="${locale}" href="${url}"/>
${original !== null && html`<link rel="related" type="text/html" href="${original}"/>\n`}<published>${published.toISOString()}</published>
<updated>${updated.toISOString()}</updated>
${[...authors.map((name) => person('author', name)), ...[team, ...translators].map((name) => name !== null && person('contributor', name))]}${tags.map(({ name, label }) => html`<category term="${name}" label="${label}"/>\n`)}<summary${language(summary)}>${summary.text}</summary>
${text && html`<content type="html" xml:base="${url}">${text.content}</content>\n`}</entry>
`}`
}

function person(role: 'author' | 'contributor', name: string) {
  return role === 'author' ? html`<author><name>${name}</name></author>\n` : html`<contributor><name>${name}</name></contributor>\n`
}

function language({ lang }: FeedPhrase) {
  return lang && html` xml:lang="${lang}"`
}
