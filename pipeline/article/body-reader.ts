import GithubSlugger from 'github-slugger'
import type { FootnoteDefinition, Heading as HeadingNode, Html, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import type { Heading, Hole, Silence, Target, UnitKind } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { type BodyInput, BodyRecord } from './body-record.ts'
import { type Definitions, definitionsOf } from './definitions.ts'
import { shapeNote } from './directives.ts'
import { headingId } from './heading-id.ts'
import { isInlineHtml } from './raw-html.ts'
import { checkDirective, readFigure, readQuote } from './read-directive.ts'
import { readMarkup, readText } from './read-text.ts'
import { walk } from './unit-text.ts'

/** What the body's tree gives besides units; the tree itself is left with marks of holes where its texts were. */
export interface BodyParts {
  readonly holes: readonly Hole[]
  readonly targets: readonly Target[]
  readonly headings: readonly Heading[]
  readonly findings: readonly Finding[]
  readonly silences: readonly Silence[]
}

/**
 * Take the units out of a body's tree, in reading order, and leave marks of holes in their place.
 *
 * Law: no text that a reader sees stays in the tree, but code.
 */
export function readBody(tree: Root, input: BodyInput): BodyParts {
  const record = new BodyRecord(input)
  new BodyReader(record, definitionsOf(tree)).readChildren(tree, 'paragraph', null)
  return record
}

const silenceComment = /^<!--\s*colophon-ignore\s+([\w-]+)\s*(?::\s*([\s\S]*?))?\s*-->\s*$/

class BodyReader {
  readonly #record: BodyRecord
  readonly #definitions: Definitions
  readonly #slugger = new GithubSlugger()

  constructor(record: BodyRecord, definitions: Definitions) {
    this.#record = record
    this.#definitions = definitions
  }

  /** @param kind of paragraphs here; @param locale of the text where it isn't the article's */
  readChildren(parent: Parents, kind: UnitKind, locale: Locale | null): void {
    let silences: Omit<Silence, 'units' | 'end'>[] = []
    for (const [index, child] of parent.children.entries()) {
      const silence = child.type === 'html' ? silenceComment.exec(child.value) : null
      if (child.type === 'html' && silence !== null) {
        silences.push({ rule: silence[1] ?? '', why: silence[2] ?? '', offset: this.#record.rangeOf(child).start })
        continue
      }
      const units = this.#record.unitsOf(() => this.#readBlock(parent, index, child as RootContent, kind, locale))
      const { end } = this.#record.rangeOf(child)
      for (const one of silences) this.#record.silences.push({ ...one, units, end })
      silences = []
    }
    for (const one of silences) this.#record.silences.push({ ...one, units: [], end: one.offset })
  }

  #readBlock(parent: Parents, index: number, node: RootContent, kind: UnitKind, locale: Locale | null): void {
    switch (node.type) {
      case 'paragraph':
        readText(node, node.data?.directiveLabel ? 'note title' : kind, locale, this.#record, this.#definitions)
        return
      case 'heading':
        this.#nameHeading(node)
        readText(node, 'heading', locale, this.#record, this.#definitions)
        return
      case 'tableCell':
        readText(node, 'table cell', locale, this.#record, this.#definitions)
        return
      case 'table':
        this.#dropCells(node)
        this.readChildren(node, kind, locale)
        return
      case 'html':
        this.#readHtmlBlock(parent, index, node, kind, locale)
        return
      case 'containerDirective':
        this.#readContainer(node, kind, locale)
        return
      case 'leafDirective':
        this.#readLeaf(node, locale)
        return
      case 'footnoteDefinition':
        if (this.#definitions.isMarked(node.identifier)) this.readChildren(node, kind, locale)
        else this.#passOver(node)
        return
      case 'blockquote':
        this.#record.input.units.within('quote', () => this.readChildren(node, paragraphsIn(node, kind), locale))
        return
      default:
        if ('children' in node) this.readChildren(node, paragraphsIn(node, kind), locale)
    }
  }

  #nameHeading(node: HeadingNode): void {
    const id = headingId(this.#slugger, plainText(node, { includeHtml: false }))
    node.data = { ...node.data, hProperties: { id } }
    this.#record.headings.push({ level: node.depth, id, ...this.#record.rangeOf(node) })
  }

  /** Cells of a row beyond those of the first one are on no page, as GFM has it. */
  #dropCells(table: Table): void {
    const columns = table.children[0]?.children.length ?? 0
    for (const row of table.children) {
      for (const cell of row.children.splice(columns))
        this.#record.find(
          'dropped-cell',
          'warning',
          this.#record.rangeOf(cell),
          "This cell has no column in the table's first row: it isn't shown.",
        )
    }
  }

  /** A footnote without a mark isn't on the page; its headings count for the ids of others all the same. */
  #passOver(node: FootnoteDefinition): void {
    walk(node, (inner) => inner.type === 'heading' && headingId(this.#slugger, plainText(inner, { includeHtml: false })))
    const { start } = this.#record.rangeOf(node)
    const mark = `[^${node.label ?? node.identifier}]`
    const message = `No \`${mark}\` stands in the text: readers don't see this footnote.`
    this.#record.find('unused-footnote', 'warning', { start, end: start + mark.length }, message)
  }

  /** Raw inline HTML on lines of its own, such as a ruby, is a paragraph; comments are passed over; all else is dropped. */
  #readHtmlBlock(parent: Parents, index: number, node: Html, kind: UnitKind, locale: Locale | null): void {
    if (isInlineHtml(node.value)) {
      const content: PhrasingContent[] = [node]
      const paragraph = { type: 'paragraph' as const, children: content, ...(node.position && { position: node.position }) }
      parent.children.splice(index, 1, paragraph)
      const isEmpty = node.value.replace(/<[^>]*>/g, '').trim() === ''
      // To the parser the block is one tag: its text counts as words.
      if (!isEmpty) readMarkup(paragraph, kind, locale, this.#record, this.#definitions)
    } else if (!node.value.trim().startsWith('<!--')) {
      const message = 'A block of raw HTML is dropped with its text; use Markdown or a directive.'
      this.#record.find('dropped-html', 'warning', this.#record.rangeOf(node), message)
    }
  }

  #readContainer(node: ContainerDirective, kind: UnitKind, locale: Locale | null): void {
    const isKnown = checkDirective(node, this.#record)
    if (isKnown && node.name === 'quote') {
      readQuote(node, locale, this.#record, (quoted) => {
        this.#record.input.units.within('post', () => this.readChildren(node, 'paragraph', quoted))
      })
      return
    }
    if (node.name === 'note') shapeNote(node)
    this.readChildren(node, kind, locale)
  }

  #readLeaf(node: LeafDirective, locale: Locale | null): void {
    if (checkDirective(node, this.#record)) {
      readFigure(node, locale, this.#record)
      return
    }
    const label = { type: 'paragraph' as const, children: node.children }
    if (label.children.length > 0) this.readChildren({ type: 'root', children: [label] }, 'paragraph', locale)
    node.children = label.children
  }
}

function paragraphsIn(node: Parents, kind: UnitKind): UnitKind {
  if (node.type === 'listItem') return 'list item'
  return kind === 'list item' ? 'paragraph' : kind
}
