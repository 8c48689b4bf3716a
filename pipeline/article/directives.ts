import type { Element, ElementContent, Properties } from 'hast'
import type { BlockContent, DefinitionContent, Paragraph } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'

/** The directives of articles and the attributes that each takes; attributes in `visible` are read by people. */
export const directives = {
  containerDirective: {
    note: { attributes: [], visible: [] },
    quote: { attributes: ['cite', 'author', 'handle', 'date', 'lang', 'translation'], visible: ['translation', 'author'] },
  },
  leafDirective: { figure: { attributes: ['src', 'alt', 'caption', 'credit'], visible: ['alt', 'caption', 'credit'] } },
} as const

/** What directives show, as text or as marks of holes; a missing one is null. */
export interface QuoteParts {
  readonly cite: string | null
  readonly author: string | null
  readonly handle: string | null
  readonly date: { readonly machine: string; readonly text: string } | null
  readonly language: string | null
  /** What it says, below it: for readers who get it in the original. */
  readonly translation: string | null
}

export interface FigureParts {
  readonly src: string
  readonly alt: string
  readonly caption: string | null
  readonly credit: string | null
}

/** Make `:::note` an `aside`; its label is the title. */
export function shapeNote(node: ContainerDirective): void {
  node.data = { ...node.data, hName: 'aside', hProperties: { className: ['note'] } }
  const label = node.children[0]
  if (label?.type === 'paragraph' && label.data?.directiveLabel) label.data = { ...label.data, hProperties: { className: ['note-title'] } }
}

/** Make `:::quote` a `figure` around a `blockquote`, with its author, handle, date and source below. */
export function shapeQuote(node: ContainerDirective, parts: QuoteParts): void {
  const properties: Properties = {}
  if (parts.cite !== null && isCitable(parts.cite)) properties['cite'] = parts.cite
  if (parts.language !== null) properties['lang'] = parts.language
  const quoted: BlockContent | DefinitionContent = {
    type: 'blockquote',
    children: node.children,
    data: { hProperties: properties },
  }
  const caption = quoteCaption(parts)
  node.data = { ...node.data, hName: 'figure', hProperties: { className: ['quote'] } }
  node.children = [quoted]
  if (parts.translation !== null) node.children.push(below('p', { className: ['translation'] }, [text(parts.translation)]))
  if (caption.length > 0) node.children.push(below('figcaption', {}, caption))
}

function below(hName: string, hProperties: Properties, hChildren: ElementContent[]): Paragraph {
  return { type: 'paragraph', children: [], data: { hName, hProperties, hChildren } }
}

/** Whether a quote's source can be linked: an address on the web. */
export function isCitable(cite: string): boolean {
  return /^https?:\/\//i.test(cite) && URL.canParse(cite)
}

function quoteCaption({ author, handle, date, cite }: QuoteParts): ElementContent[] {
  const source = cite !== null && isCitable(cite) ? cite : null
  const parts: ElementContent[][] = []
  if (author !== null) parts.push([element('bdi', {}, [text(author)])])
  if (handle !== null) parts.push([element('bdi', {}, [text(handle)])])
  if (date !== null) {
    const time = element('time', { dateTime: date.machine }, [text(date.text)])
    parts.push([source === null ? time : element('a', { href: source }, [time])])
  } else if (source !== null) parts.push([element('a', { href: source }, [text(new URL(source).host)])])
  return parts.flatMap((part, index) => (index === 0 ? part : [text(' '), ...part]))
}

/** Make `::figure` a `figure` with its picture, caption and credit. */
export function shapeFigure(node: LeafDirective, { src, alt, caption, credit }: FigureParts): void {
  const below: ElementContent[] = []
  if (caption !== null) below.push(text(caption))
  if (caption !== null && credit !== null) below.push(text(' '))
  if (credit !== null) below.push(element('span', { className: ['credit'] }, [text(credit)]))
  const picture: ElementContent[] = [element('img', { src, alt }, [])]
  if (below.length > 0) picture.push(element('figcaption', {}, below))
  node.data = { ...node.data, hName: 'figure', hProperties: { className: ['picture'] }, hChildren: picture }
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
