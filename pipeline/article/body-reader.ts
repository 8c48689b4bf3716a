import GithubSlugger from 'github-slugger'
import type { Definition, FootnoteDefinition, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toMarkdown } from 'mdast-util-to-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import type { Hole, Silence, Target, UnitKind } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { linkSchemes } from '../model/inline-elements.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { placeOf } from '../model/place.ts'
import { attributeOffset } from './attribute-offset.ts'
import { directives, isCitable, type QuoteParts, shapeFigure, shapeNote, shapeQuote } from './directives.ts'
import { headingId } from './heading-id.ts'
import { dropEnd, dropStart, holeMark } from './holes.ts'
import { parseInstant } from './instant.ts'
import { forbiddenElement, isInlineHtml } from './raw-html.ts'
import type { UnitList } from './unit-list.ts'
import { endOf, startOf, unitText, walk } from './unit-text.ts'

export interface BodyInput {
  readonly file: string
  /** Of the whole file. */
  readonly text: string
  /** Offset of the body. */
  readonly base: number
  readonly units: UnitList
}

/** What the body's tree gives besides units; the tree itself is left with marks of holes where its texts were. */
export interface BodyParts {
  readonly holes: readonly Hole[]
  readonly targets: readonly Target[]
  readonly findings: readonly Finding[]
  readonly silences: readonly Silence[]
}

const silenceComment = /^<!--\s*colophon-ignore\s+([\w-]+)\s*(?::\s*([\s\S]*?))?\s*-->\s*$/
const address = /^[a-z][a-z0-9+.-]*:/i

/**
 * Take the units out of a body's tree, in reading order, and leave marks of holes in their place.
 *
 * Law: no text that a reader sees stays in the tree, but code.
 */
export function readBody(tree: Root, input: BodyInput): BodyParts {
  const reader = new BodyReader(tree, input)
  reader.readChildren(tree, 'paragraph', null)
  return reader
}

class BodyReader implements BodyParts {
  readonly holes: Hole[] = []
  readonly targets: Target[] = []
  readonly findings: Finding[] = []
  readonly silences: Silence[] = []
  readonly #input: BodyInput
  readonly #slugger = new GithubSlugger()
  readonly #definitions = new Map<string, Definition>()
  readonly #marked = new Set<string>()

  constructor(tree: Root, input: BodyInput) {
    this.#input = input
    walk(tree, (node) => {
      if (node.type === 'footnoteReference') this.#marked.add(node.identifier)
      // The first definition of an identifier wins, as CommonMark has it.
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node)
    })
  }

  readChildren(parent: Parents, kind: UnitKind, locale: Locale | null): void {
    let silences: { rule: string; why: string; offset: number }[] = []
    for (const [index, child] of parent.children.entries()) {
      const silence = child.type === 'html' ? silenceComment.exec(child.value) : null
      if (silence !== null) {
        silences.push({ rule: silence[1] ?? '', why: silence[2] ?? '', offset: startOf(child) + this.#input.base })
        continue
      }
      const before = this.#input.units.length
      this.#readBlock(parent, index, child as RootContent, kind, locale)
      const units = Array.from({ length: this.#input.units.length - before }, (_, nth) => before + nth)
      for (const { rule, why, offset } of silences) this.silences.push({ rule, why, offset, units })
      silences = []
    }
    for (const { rule, why, offset } of silences) this.silences.push({ rule, why, offset, units: [] })
  }

  #readBlock(parent: Parents, index: number, node: RootContent, kind: UnitKind, locale: Locale | null): void {
    switch (node.type) {
      case 'paragraph':
        this.#readText(node, node.data?.directiveLabel ? 'note title' : kind, locale)
        return
      case 'heading':
        node.data = { ...node.data, hProperties: { id: headingId(this.#slugger, plainText(node, { includeHtml: false })) } }
        this.#readText(node, 'heading', locale)
        return
      case 'tableCell':
        this.#readText(node, 'table cell', locale)
        return
      case 'html':
        this.#readHtmlBlock(parent, index, node.value, node, kind, locale)
        return
      case 'containerDirective':
        this.#readContainer(node, kind, locale)
        return
      case 'leafDirective':
        this.#readLeaf(node, locale)
        return
      case 'footnoteDefinition':
        if (this.#marked.has(node.identifier)) this.readChildren(node, kind, locale)
        else this.#passOver(node)
        return
      default:
        if ('children' in node)
          this.readChildren(node, node.type === 'listItem' ? 'list item' : kind === 'list item' ? 'paragraph' : kind, locale)
    }
  }

  /** A footnote without a mark isn't on the page; its headings count for the ids of others all the same. */
  #passOver(node: FootnoteDefinition): void {
    walk(node, (inner) => inner.type === 'heading' && headingId(this.#slugger, plainText(inner, { includeHtml: false })))
    const start = startOf(node) + this.#input.base
    const mark = `[^${node.label ?? node.identifier}]`
    this.#find(
      'unused-footnote',
      'warning',
      start,
      start + mark.length,
      `No \`${mark}\` stands in the text: readers don't see this footnote.`,
    )
  }

  /** Replace a block's content by the hole of its unit; blocks without text keep theirs. */
  #readText(node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>, kind: UnitKind, locale: Locale | null): void {
    const children: readonly PhrasingContent[] = node.children
    for (const child of children) this.#readInline(child)
    const marks: PhrasingContent[] = []
    for (const child of children) walk(child, (inner) => inner.type === 'footnoteReference' && marks.push(inner))
    if (marks.length === 0 && !children.some(hasWords)) {
      this.#keepTextless(node)
      return
    }
    const { text, spans } = unitText({
      text: this.#input.text,
      base: this.#input.base,
      children,
      inTable: node.type === 'tableCell',
      target: (identifier) => this.#targetOf(identifier),
    })
    const unit = this.#input.units.add({ kind, context: null, text, spans, locale })
    const hole: PhrasingContent = { type: 'text', value: this.#hole({ kind: 'unit', unit }) }
    node.children = marks.length === 0 ? [hole] : [hole, { type: 'text', value: dropStart }, ...marks, { type: 'text', value: dropEnd }]
  }

  /** Pictures without words, and raw HTML that is dropped, make no unit. */
  #keepTextless(node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>): void {
    for (const child of node.children) {
      walk(child, (inner) => {
        if (inner.type === 'image') inner.data = { ...inner.data, hProperties: { src: this.#hole({ kind: 'picture', src: inner.url }) } }
      })
    }
  }

  #readInline(node: PhrasingContent): void {
    walk(node, (inner) => {
      const start = startOf(inner) + this.#input.base
      const end = endOf(inner) + this.#input.base
      if (inner.type === 'html') this.#readRawTag(inner.value, start, end)
      const url = this.#urlOf(inner)
      if (url !== null) this.#readTarget(inner.type.startsWith('link') ? 'link' : 'picture', url, start, end)
    })
  }

  #urlOf(node: Nodes): string | null {
    if (node.type === 'link' || node.type === 'image') return node.url
    if (node.type === 'linkReference' || node.type === 'imageReference') return this.#definitions.get(node.identifier)?.url ?? null
    return null
  }

  #readRawTag(raw: string, start: number, end: number): void {
    const name = forbiddenElement(raw)
    if (name === null) return
    this.#find(
      'dropped-html',
      'warning',
      start,
      end,
      `The element \`${name}\` isn't allowed in articles; its tag is dropped, its text stays.`,
    )
  }

  #readTarget(kind: Target['kind'], url: string, start: number, end: number): void {
    const scheme = address.exec(url)?.[0].toLowerCase()
    if (scheme === undefined) {
      this.targets.push({ kind, address: url, start, end })
    } else if (!linkSchemes.has(scheme)) {
      this.#find('unsafe-link', 'error', start, end, `Unexpected link scheme \`${scheme}\`, expected http, https, mailto or tel.`)
    } else if (kind === 'picture') {
      this.targets.push({ kind, address: url, start, end })
    }
  }

  #readHtmlBlock(parent: Parents, index: number, raw: string, node: Nodes, kind: UnitKind, locale: Locale | null): void {
    const start = startOf(node) + this.#input.base
    if (isInlineHtml(raw)) {
      const paragraph = {
        type: 'paragraph' as const,
        children: [node as PhrasingContent],
        ...(node.position && { position: node.position }),
      }
      parent.children.splice(index, 1, paragraph)
      this.#readMarkup(paragraph, raw, kind, locale)
      return
    }
    if (raw.trim().startsWith('<!--')) return
    this.#find(
      'dropped-html',
      'warning',
      start,
      endOf(node) + this.#input.base,
      'A block of raw HTML is dropped with its text; use Markdown or a directive.',
    )
  }

  /** A paragraph that is raw inline HTML as a whole, such as a ruby on lines of its own. */
  #readMarkup(node: Extract<Nodes, { type: 'paragraph' }>, raw: string, kind: UnitKind, locale: Locale | null): void {
    if (raw.replace(/<[^>]*>/g, '').trim() === '') return
    const { text, spans } = unitText({
      text: this.#input.text,
      base: this.#input.base,
      children: node.children,
      inTable: false,
      target: () => null,
    })
    const unit = this.#input.units.add({ kind, context: null, text, spans, locale })
    node.children = [{ type: 'text', value: this.#hole({ kind: 'unit', unit }) }]
  }

  #readContainer(node: ContainerDirective, kind: UnitKind, locale: Locale | null): void {
    const known = this.#checkDirective(node)
    if (node.name === 'note') shapeNote(node)
    if (!known || node.name === 'note') {
      this.readChildren(node, kind, locale)
      return
    }
    const at = startOf(node) + this.#input.base
    const quoted = node.attributes?.['lang'] ? parseLocale(node.attributes['lang']) : null
    if (node.attributes?.['lang'] && quoted === null) {
      const { start, end } = attributeOffset(this.#input.text, at, 'lang')
      this.#find(
        'directive',
        'warning',
        start,
        end,
        `\`${node.attributes['lang']}\` is no language tag, expected one such as \`fa\` or \`pt-BR\`.`,
      )
    }
    const before = this.#input.units.length
    this.readChildren(node, 'paragraph', quoted ?? locale)
    const units = Array.from({ length: this.#input.units.length - before }, (_, nth) => before + nth)
    shapeQuote(node, {
      cite: this.#citeOf(node),
      author: this.#attribute(node, 'author', 'author', locale),
      handle: node.attributes?.['handle'] || null,
      date: this.#dateOf(node),
      language: quoted === null ? null : this.#hole({ kind: 'language', locale: quoted, units }),
    })
  }

  /** The address that a quote was taken from. */
  #citeOf(node: ContainerDirective): string | null {
    const cite = node.attributes?.['cite']
    if (!cite || isCitable(cite)) return cite || null
    const { start, end } = attributeOffset(this.#input.text, startOf(node) + this.#input.base, 'cite')
    const scheme = address.exec(cite)?.[0].toLowerCase()
    if (scheme === undefined)
      this.#find('directive', 'warning', start, end, `Unexpected \`${cite}\`, expected the address of the passage, with https.`)
    else this.#find('unsafe-link', 'error', start, end, `Unexpected link scheme \`${scheme}\`, expected http or https.`)
    return null
  }

  #dateOf(node: ContainerDirective): QuoteParts['date'] {
    const date = node.attributes?.['date']
    if (!date) return null
    if (parseInstant(date, 'UTC') !== null) return { machine: date, text: this.#hole({ kind: 'date', date }) }
    const { start, end } = attributeOffset(this.#input.text, startOf(node) + this.#input.base, 'date')
    this.#find('directive', 'warning', start, end, `Unexpected \`${date}\`, expected a date such as 2026-07-21; it isn't shown.`)
    return null
  }

  #readLeaf(node: LeafDirective, locale: Locale | null): void {
    if (!this.#checkDirective(node)) {
      const label = { type: 'paragraph' as const, children: node.children }
      if (label.children.length > 0) this.readChildren({ type: 'root', children: [label] }, 'paragraph', locale)
      node.children = label.children
      return
    }
    const src = node.attributes?.['src'] ?? ''
    const place = attributeOffset(this.#input.text, startOf(node) + this.#input.base, 'src')
    if (src === '') this.#find('directive', 'error', place.start, place.end, 'A `::figure` needs `src`, the path of its picture.')
    else this.#readTarget('picture', src, place.start, place.end)
    const label = node.children[0]
    const lastOfLabel = node.children.at(-1)
    if (label !== undefined && lastOfLabel !== undefined)
      this.#find(
        'directive',
        'warning',
        startOf(label) + this.#input.base,
        endOf(lastOfLabel) + this.#input.base,
        'The label of a `::figure` is not shown; expected its text in `caption`.',
      )
    shapeFigure(node, {
      src: this.#hole({ kind: 'picture', src }),
      alt: this.#attribute(node, 'alt', 'alternative text', locale) ?? '',
      caption: this.#attribute(node, 'caption', 'caption', locale),
      credit: this.#attribute(node, 'credit', 'credit', locale),
    })
  }

  /** The mark of the hole for a visible attribute; null where it has no text. */
  #attribute(node: ContainerDirective | LeafDirective, name: string, kind: UnitKind, locale: Locale | null): string | null {
    const text = (node.attributes?.[name] ?? '').replace(/\s+/g, ' ').trim()
    if (text === '') return null
    const { start } = attributeOffset(this.#input.text, startOf(node) + this.#input.base, name)
    const unit = this.#input.units.add({ kind, context: null, text, spans: [{ at: 0, from: start }], locale })
    return this.#hole({ kind: kind === 'alternative text' ? 'attribute' : 'unit', unit })
  }

  #checkDirective(node: ContainerDirective | LeafDirective): boolean {
    const known: Readonly<Record<string, { readonly attributes: readonly string[] }>> = directives[node.type]
    const start = startOf(node) + this.#input.base
    const shape = Object.hasOwn(known, node.name) ? known[node.name] : undefined
    const fence = node.type === 'containerDirective' ? ':::' : '::'
    if (shape === undefined) {
      const names = Object.keys(known).map((name) => `\`${fence}${name}\``)
      this.#find(
        'directive',
        'warning',
        start,
        start + fence.length + node.name.length,
        `Unknown directive \`${fence}${node.name}\`, expected ${names.join(' or ')}; its text stays, without a frame.`,
      )
      return false
    }
    for (const name of Object.keys(node.attributes ?? {})) {
      if (shape.attributes.includes(name)) continue
      const place = attributeOffset(this.#input.text, start, name)
      this.#find(
        'directive',
        'warning',
        place.start,
        place.end,
        `Unknown attribute \`${name}\` of \`${fence}${node.name}\`${shape.attributes.length > 0 ? `, expected ${shape.attributes.join(', ')}` : ''}.`,
      )
    }
    return true
  }

  #targetOf(identifier: string): string | null {
    const definition = this.#definitions.get(identifier)
    if (definition === undefined) return null
    const link = toMarkdown(
      { type: 'link', url: definition.url, title: definition.title ?? null, children: [{ type: 'text', value: 'x' }] },
      { resourceLink: true },
    )
    return link.trim().slice('[x]'.length)
  }

  #hole(hole: Hole): string {
    return holeMark(this.holes.push(hole) - 1)
  }

  #find(rule: string, severity: Finding['severity'], start: number, end: number, message: string): void {
    const { file, text } = this.#input
    this.findings.push({ rule, severity, ...placeOf(file, text, start, end), message, actual: text.slice(start, end), expected: [] })
  }
}

/** Whether a reader sees text, or is shown it at a picture or link. */
function hasWords(node: PhrasingContent): boolean {
  let titled = false
  walk(node, (inner) => {
    titled ||= 'title' in inner && Boolean(inner.title?.trim())
  })
  return titled || plainText(node, { includeHtml: false }).trim() !== ''
}
