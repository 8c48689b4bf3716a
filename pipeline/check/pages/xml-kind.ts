const roots: Readonly<Record<string, XmlKind>> = { feed: 'feed', rss: 'feed', urlset: 'sitemap', sitemapindex: 'sitemap' }

export type XmlKind = 'feed' | 'sitemap'

/** What an XML text is, by its root element; null for all else. */
export function xmlKind(text: string): XmlKind | null {
  const [, name = ''] = /^\uFEFF?(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<![^>]*>)*<([\w:-]+)/.exec(text) ?? []
  return roots[name] ?? null
}
