import type { Element, ElementContent, Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { toHast } from 'mdast-util-to-hast'
import { toString as plainText } from 'mdast-util-to-string'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import type { Construct, Extension as Syntax } from 'micromark-util-types'
import { SKIP, visit } from 'unist-util-visit'
import { nextFootnoteMark } from './footnote-mark.ts'
import type { InlineContext } from './inline-context.ts'
import { inlineSchema } from './inline-schema.ts'
import { mayStay } from './raw-inline.ts'

/** Constructs that make blocks: a message is one paragraph's content, whatever it begins with ("1986. Ein Jahr"). */
const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
]

const { text: footnoteCall } = gfmFootnote()
const syntax = [gfmStrikethrough(), footnoteCall === undefined ? {} : { text: footnoteCall }, { disable: { null: blocks } }]
const trees = [gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()]

/** A unit's inline Markdown to safe HTML by the whole of unified's chain; see `unitHtml`. */
export function inlineFull(text: string, context: InlineContext): string {
  const paragraph = parseInline(text, context.footnotes)
  const hasRawHtml = dropRawHtml(paragraph)
  const hast = toHast(paragraph, {
    allowDangerousHtml: hasRawHtml,
    handlers: { footnoteReference: (_, node: { identifier: string }) => footnoteHast(node.identifier, context) },
  }) as Element
  const content: HastRoot = { type: 'root', children: hast.children }
  const safe = sanitize(hasRawHtml ? raw(content) : content, inlineSchema)
  // Raw is what `resolve` makes: the sanitiser leaves none.
  return toHtml(resolve(safe as HastRoot, context), { allowDangerousHtml: true })
}

/** The text of a unit without its markup, for attributes. */
export function inlineText(text: string): string {
  return plainText(parseInline(text, []), { includeHtml: false })
}

function parseInline(text: string, footnotes: readonly string[]): Paragraph {
  const tree = fromMarkdown(text, { extensions: [...syntax, knowFootnotes(footnotes)], mdastExtensions: trees })
  const children: PhrasingContent[] = []
  for (const block of tree.children) {
    // Blank lines in a message part it into paragraphs: it stays one.
    if (children.length > 0) children.push({ type: 'text', value: ' ' })
    if (block.type === 'paragraph') children.push(...block.children)
  }
  const paragraph: Paragraph = { type: 'paragraph', children }
  if (text.includes('\n') || text.includes('\r')) visit(paragraph, softenBreaks)
  return paragraph
}

function softenBreaks(node: Nodes): void {
  if (node.type === 'text' || node.type === 'inlineCode') node.value = node.value.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ')
}

/** The article's footnotes are defined elsewhere: tell the parser of them before it reads a mark. Consumes nothing. */
function knowFootnotes(footnotes: readonly string[]): Syntax {
  const construct: Construct = {
    tokenize(_effects, _ok, nok) {
      this.parser.gfmFootnotes ??= footnotes.map((identifier) => identifier.toUpperCase())
      return nok
    },
  }
  return { text: { 33: construct, 91: construct } }
}

/** @returns whether raw HTML is left */
function dropRawHtml(paragraph: Paragraph): boolean {
  let left = false
  visit(paragraph, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (mayStay(node.value)) {
      left = true
      return undefined
    }
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return left
}

function footnoteHast(identifier: string, context: InlineContext): ElementContent {
  const mark = nextFootnoteMark(identifier.toLowerCase(), context)
  if (mark === null) return { type: 'text', value: `[^${identifier}]` }
  const { href, id, number } = mark
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href, id, dataFootnoteRef: '', ariaDescribedBy: ['footnote-label'] },
    children: [{ type: 'text', value: number }],
  }
  return { type: 'element', tagName: 'sup', properties: {}, children: [link] }
}

/** Links and pictures to their addresses in this edition; those that lead nowhere leave their text. */
function resolve(tree: HastRoot, context: InlineContext): HastRoot {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (node.tagName === 'img') parent.children[index] = resolvePicture(node, context)
    if (node.tagName !== 'a') return undefined
    const href = node.properties['href']
    const link = typeof href === 'string' ? context.link(href) : null
    if (link === null) {
      parent.children.splice(index, 1, ...node.children)
      return [SKIP, index]
    }
    node.properties = { ...node.properties, ...link }
    return undefined
  })
  return tree
}

function resolvePicture(node: Element, context: InlineContext): ElementContent {
  const { src, alt, title } = node.properties
  const text = String(alt ?? '')
  const words = { alt: text, ...(typeof title === 'string' && { title }) }
  const picture = typeof src === 'string' ? context.picture(src, words) : null
  return picture === null ? { type: 'text', value: text } : { type: 'raw', value: picture.toString() }
}
