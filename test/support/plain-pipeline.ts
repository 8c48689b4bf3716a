import GithubSlugger from 'github-slugger'
import type { Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { shapeFigure, shapeNote, shapeQuote } from '../../pipeline/article/directives.ts'
import { headingId } from '../../pipeline/article/heading-id.ts'
import { articleSyntax } from '../../pipeline/article/markdown.ts'
import { blockSchema } from '../../pipeline/article/schema.ts'
import { articleHast } from '../../pipeline/article/skeleton.ts'
import { inlineSchema } from '../../pipeline/merge/inline-schema.ts'
import { mayStay } from '../../pipeline/merge/raw-inline.ts'
import { direction, parseLocale } from '../../pipeline/model/locale.ts'

const schema: Schema = {
  ...blockSchema,
  protocols: { ...blockSchema.protocols, ...inlineSchema.protocols },
  tagNames: [...(blockSchema.tagNames ?? []), ...(inlineSchema.tagNames ?? [])],
  attributes: {
    ...blockSchema.attributes,
    ...inlineSchema.attributes,
    a: [...(blockSchema.attributes?.['a'] ?? [])],
    img: ['src', 'alt', 'title'],
    time: ['dateTime'],
  },
}

/** The oracle of the skeleton's law: the whole document through unified at once, with the same extensions and options, soft breaks as spaces. */
export function plainPipeline(body: string): string {
  const processor = unified().use(remarkParse).use(articleSyntax).use(sameMarkdown).use(remarkRehype, { allowDangerousHtml: true })
  const hast = processor.runSync(processor.parse(body)) as HastRoot
  const safe = sanitize(articleHast(hasRawHtml(hast) ? (raw(hast) as HastRoot) : hast), schema) as HastRoot
  visit(safe, 'element', (node, index, parent) => {
    if (node.tagName === 'img' && !('src' in node.properties) && index !== undefined)
      parent?.children.splice(index, 1, { type: 'text', value: String(node.properties['alt'] ?? '') })
    if (node.tagName !== 'a' || 'href' in node.properties || index === undefined) return
    parent?.children.splice(index, 1, ...node.children)
    return [SKIP, index]
  })
  // A serialiser's detail: raw HTML makes of `true` an empty value.
  return toHtml(safe).replaceAll('data-footnotes=""', 'data-footnotes').replaceAll('data-footnote-ref aria', 'data-footnote-ref="" aria')
}

function hasRawHtml(tree: HastRoot): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
  })
  return found
}

function sameMarkdown(): (tree: Root) => void {
  return (tree) => {
    const slugger = new GithubSlugger()
    visit(tree, (node, index, parent) => {
      softenBreaks(node)
      shapeDirectives(node)
      if (node.type === 'heading') node.data = { hProperties: { id: headingId(slugger, plainText(node, { includeHtml: false })) } }
      if (node.type !== 'html' || mayStay(node.value) || !parent || index === undefined) return undefined
      parent.children.splice(index, 1)
      return [SKIP, index]
    })
  }
}

function softenBreaks(node: Nodes): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') node.value = soft(node.value)
  if ('title' in node && node.title) node.title = soft(node.title)
  if ('alt' in node && node.alt) node.alt = soft(node.alt)
}

function shapeDirectives(node: Nodes): void {
  if (node.type === 'containerDirective' && node.name === 'note') shapeNote(node)
  if (node.type === 'containerDirective' && node.name === 'quote') shapeQuoteInOriginal(node)
  if (node.type === 'leafDirective' && node.name === 'figure') {
    const { src, alt, caption, credit } = node.attributes ?? {}
    shapeFigure(node, { src: src ?? '', alt: alt ?? '', caption: caption || null, credit: credit || null })
  }
}

function shapeQuoteInOriginal(node: ContainerDirective): void {
  const { cite, author, handle, date, lang, translation } = node.attributes ?? {}
  const language = lang ? parseLocale(lang) : null
  const written = date ? { machine: date, text: date } : null
  const names = { author: author || null, handle: handle || null, translation: translation || null }
  shapeQuote(node, { cite: cite || null, ...names, date: written, language })
  const quoted = node.children[0]
  if (language !== null && quoted?.data) quoted.data.hProperties = { ...quoted.data.hProperties, dir: direction(language) }
}

function soft(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ')
}
