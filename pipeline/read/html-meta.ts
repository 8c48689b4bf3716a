import type { Root } from 'hast'
import type { DocumentMeta } from '../model/document.ts'
import { elements, textOf } from './html-tree.ts'

/** What a page's head says: `<title>`, `<meta>` of HTML, Open Graph and Dublin Core, `<html lang>`, the first `<time datetime>`. */
export function htmlMeta(tree: Root): DocumentMeta {
  const metas = elements(tree, 'meta').flatMap(({ properties }) => {
    const name = properties['name'] ?? properties['property'] ?? properties['itemProp']
    const content = properties['content']
    return typeof content === 'string' && content.trim() !== ''
      ? [{ name: String(name).toLowerCase(), content: content.replace(/\s+/g, ' ').trim() }]
      : []
  })
  const all = (...names: readonly string[]): string[] => metas.flatMap(({ name, content }) => (names.includes(name) ? [content] : []))
  const head = elements(tree, 'title')[0]
  const time = elements(tree, 'time')
    .map(({ properties }) => properties['dateTime'])
    .find((value) => typeof value === 'string')
  const lang = elements(tree, 'html')[0]?.properties['lang']
  return {
    title: all('og:title', 'dcterms.title', 'dc.title')[0] ?? (head === undefined ? null : textOf(head) || null),
    description: all('description', 'og:description', 'dcterms.description', 'dc.description')[0] ?? null,
    date: all('article:published_time', 'date', 'dcterms.date', 'dcterms.created', 'dc.date', 'datepublished')[0] ?? time?.trim() ?? null,
    lang: typeof lang === 'string' && lang.trim() !== '' ? lang.trim() : null,
    authors: [...new Set(all('author', 'article:author', 'dcterms.creator', 'dc.creator').filter((name) => !/^https?:/i.test(name)))],
    tags: [...new Set([...all('article:tag'), ...all('keywords').flatMap((words) => words.split(',').map((word) => word.trim()))])].filter(
      Boolean,
    ),
  }
}
