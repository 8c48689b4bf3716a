import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { DocumentMeta, ImportedDocument } from '../model/document.ts'
import { documentMarkdown } from './document-markdown.ts'
import { markFootnotes } from './html-footnotes.ts'
import { htmlHandlers } from './html-handlers.ts'
import { htmlMeta } from './html-meta.ts'
import { elements, textOf } from './html-tree.ts'

/** An HTML page: its `<article>`, `<main>` or body without navigation, forms and scripts; the first `<h1>` is the title. */
export function htmlDocument(html: string, file: string): ImportedDocument {
  const tree = fromHtml(html)
  const meta = htmlMeta(tree)
  const dropped = new Map<string, number>()
  const content: Root = { type: 'root', children: [contentOf(tree)] }
  clean(content, dropped, 0)
  const heading = dropTitle(content)
  for (const table of elements(content, 'table')) headTable(table)
  markFootnotes(content)
  const mdast = toMdast(content, { handlers: htmlHandlers, document: true })
  if (mdast.type !== 'root') throw new TypeError(`a root became ${mdast.type}`)
  return {
    file,
    structure: 'marked',
    meta: titled(meta, heading),
    ...documentMarkdown(mdast),
    pictures: [],
    notes: [...dropped].map(([name, count]) => `${count} × \`<${name}>\` left out.`),
  }
}

function titled(meta: DocumentMeta, heading: string | null): DocumentMeta {
  return heading === null ? meta : { ...meta, title: heading }
}

/** Where there are several articles, all of them count. */
function contentOf(tree: Root): Element {
  const articles = elements(tree, 'article')
  const found = articles.length === 1 ? articles[0] : (elements(tree, 'main')[0] ?? elements(tree, 'body')[0])
  return found ?? { type: 'element', tagName: 'body', properties: {}, children: [] }
}

/** No text of an article. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'link', 'meta'])
/** Text, or more, that has no place in an article: people are told. */
const FOREIGN = new Set([
  'nav',
  'form',
  'button',
  'select',
  'textarea',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'canvas',
  'svg',
  'math',
])

/** Deeper nesting is nobody's article, and would exhaust the stack. */
const deepest = 200

function clean(parent: Root | Element, dropped: Map<string, number>, depth: number): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return child.type === 'text'
    if (SILENT.has(child.tagName)) return false
    const name = depth > deepest ? 'deeply nested' : FOREIGN.has(child.tagName) ? child.tagName : null
    if (name !== null) dropped.set(name, (dropped.get(name) ?? 0) + 1)
    return name === null
  })
  for (const child of parent.children) {
    if (child.type === 'element') {
      dropUnsafe(child, dropped)
      clean(child, dropped, depth + 1)
    }
  }
}

/** Links of other schemes lose their target, pictures inside of the address are too large for it. */
function dropUnsafe(element: Element, dropped: Map<string, number>): void {
  const { href, src } = element.properties
  if (typeof href === 'string' && /^\s*[a-z][a-z0-9+.-]*:/i.test(href) && !/^\s*(?:https?|mailto|tel):/i.test(href)) {
    dropped.set(`a href="${href.trim().split(':')[0]}:"`, (dropped.get(`a href="${href.trim().split(':')[0]}:"`) ?? 0) + 1)
    element.tagName = 'span'
    element.properties = {}
  }
  if (element.tagName === 'img' && typeof src === 'string' && /^\s*(?:data|javascript|blob):/i.test(src)) {
    dropped.set('img src="data:"', (dropped.get('img src="data:"') ?? 0) + 1)
    element.tagName = 'span'
    element.properties = {}
  }
}

/** Markdown's tables have a head; Word's don't tell theirs: it is the first row. */
function headTable(table: Element): void {
  const [first] = elements(table, 'tr')
  if (first === undefined || elements(table, 'th').length > 0) return
  for (const cell of elements(first, 'td')) cell.tagName = 'th'
}

function dropTitle(content: Root): string | null {
  const [heading] = elements(content, 'h1')
  if (heading === undefined) return null
  remove(content, heading)
  const text = textOf(heading)
  return text === '' ? null : text
}

function remove(parent: Root | Element, gone: Nodes): void {
  parent.children = parent.children.filter((child) => child !== gone)
  for (const child of parent.children) if (child.type === 'element') remove(child, gone)
}
