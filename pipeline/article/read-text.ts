import type { Nodes, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { UnitKind } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import type { BodyRecord } from './body-record.ts'
import type { Definitions } from './definitions.ts'
import { dropEnd, dropStart } from './holes.ts'
import { forbiddenElement } from './raw-html.ts'
import { unitText, walk } from './unit-text.ts'

/** A block of text: what becomes one unit. */
export type TextBlock = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>

/** Replace a block's content by the hole of its unit; a block without words keeps what it has. */
export function readText(node: TextBlock, kind: UnitKind, locale: Locale | null, record: BodyRecord, definitions: Definitions): void {
  const children: readonly PhrasingContent[] = node.children
  const marks: PhrasingContent[] = []
  for (const child of children) {
    readInline(child, record, definitions)
    walk(child, (inner) => inner.type === 'footnoteReference' && marks.push(inner))
  }
  if (marks.length === 0 && !children.some(hasWords)) keepTextless(node, record)
  else node.children = [unitHole(node, kind, locale, record, definitions), ...dropped(marks)]
}

/** A block that is raw inline HTML as a whole, in which the parser sees no words. */
export function readMarkup(node: TextBlock, kind: UnitKind, locale: Locale | null, record: BodyRecord, definitions: Definitions): void {
  node.children = [unitHole(node, kind, locale, record, definitions)]
}

function unitHole(node: TextBlock, kind: UnitKind, locale: Locale | null, record: BodyRecord, definitions: Definitions): PhrasingContent {
  const { text, base, units } = record.input
  const target = (identifier: string): string | null => definitions.inline(identifier)
  const read = unitText({ text, base, children: node.children, inTable: node.type === 'tableCell', target })
  const unit = units.add({ kind, context: null, ...read, locale })
  return { type: 'text', value: record.hole({ kind: 'unit', unit }) }
}

/** Footnote marks only number the footnotes: what becomes of them is not the skeleton's. */
function dropped(marks: readonly PhrasingContent[]): PhrasingContent[] {
  return marks.length === 0 ? [] : [{ type: 'text', value: dropStart }, ...marks, { type: 'text', value: dropEnd }]
}

function readInline(node: PhrasingContent, record: BodyRecord, definitions: Definitions): void {
  walk(node, (inner) => {
    const name = inner.type === 'html' ? forbiddenElement(inner.value) : null
    if (name !== null) {
      const message = `The element \`${name}\` isn't allowed in articles; its tag is dropped, its text stays.`
      record.find('dropped-html', 'warning', record.rangeOf(inner), message)
    }
    const url = definitions.urlOf(inner)
    if (url === null) return
    const alt = 'alt' in inner ? (inner.alt?.trim() ?? '') : null
    record.target({ kind: alt === null ? 'link' : 'picture', address: url, alt }, record.rangeOf(inner))
  })
}

/** Whether a reader sees text, or is shown it at a picture or link. */
function hasWords(node: PhrasingContent): boolean {
  let titled = false
  walk(node, (inner) => {
    titled ||= 'title' in inner && Boolean(inner.title?.trim())
  })
  return titled || plainText(node, { includeHtml: false }).trim() !== ''
}

/** Pictures without words, and raw HTML that is dropped, make no unit. */
function keepTextless(node: TextBlock, record: BodyRecord): void {
  for (const child of node.children) {
    walk(child, (inner) => {
      if (inner.type === 'image')
        inner.data = { ...inner.data, hProperties: { src: record.hole({ kind: 'picture', src: inner.url, alt: null }) } }
    })
  }
}
