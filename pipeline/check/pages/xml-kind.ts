import { XMLValidator } from 'fast-xml-parser'

const roots: Readonly<Record<string, XmlKind>> = { feed: 'feed', rss: 'feed', urlset: 'sitemap', sitemapindex: 'sitemap' }

export type XmlKind = 'feed' | 'sitemap'

/** What an XML text is, by its root element; null for all else. */
export function xmlKind(text: string): XmlKind | null {
  const [, name = ''] = /^\uFEFF?(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<![^>]*>)*<([\w:-]+)/.exec(text) ?? []
  return roots[name] ?? null
}

/** Why a text isn't well-formed XML; null where it is. */
export function xmlMistake(text: string): string | null {
  const valid = XMLValidator.validate(text)
  return valid === true ? null : `${valid.err.msg} (line ${valid.err.line})`
}
