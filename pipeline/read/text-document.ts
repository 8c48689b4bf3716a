import type { ListItem, Paragraph, Root, RootContent } from 'mdast'
import type { ImportedDocument } from '../model/document.ts'
import { documentMarkdown } from './document-markdown.ts'

/** Plain text: blank lines part paragraphs (or line ends, where there is no blank line), `-`, `*`, `•` or `1.` begin items; the first line alone is the title. */
export function textDocument(text: string, file: string): ImportedDocument {
  const blocks = blocksOf(text.replace(/^\uFEFF/, ''))
  const [first, ...rest] = blocks
  const isTitle = first !== undefined && rest.length > 0 && first.lines === 1 && first.text.length <= 200 && !ITEM.test(first.text)
  const body: Root = { type: 'root', children: nodesOf(isTitle ? rest : blocks) }
  return {
    file,
    structure: 'plain',
    meta: { title: isTitle ? first.text : null, description: null, date: null, lang: null, authors: [], tags: [] },
    ...documentMarkdown(body),
    pictures: [],
    notes: [],
  }
}

interface Block {
  readonly text: string
  /** From 1. */
  readonly line: number
  /** How many. */
  readonly lines: number
}

const ITEM = /^(?:[-*•–·]|(\d{1,3})[.)])\s+/

function blocksOf(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r\f]/)
  const hasBlanks = /\S[^\S\n]*\n[^\S\n]*\n[\s]*\S/.test(lines.join('\n'))
  const blocks: Block[] = []
  let open = false
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/\s+/g, ' ').trim()
    const last = blocks.at(-1)
    if (line === '') open = false
    else if (open && hasBlanks && last !== undefined && !ITEM.test(line))
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line}`, lines: last.lines + 1 }
    else {
      blocks.push({ text: line, line: at + 1, lines: 1 })
      open = true
    }
  }
  return blocks
}

function nodesOf(blocks: readonly Block[]): RootContent[] {
  const nodes: RootContent[] = []
  for (const block of blocks) {
    const mark = ITEM.exec(block.text)
    if (mark === null) {
      nodes.push(paragraph(block.text, block.line))
      continue
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraph(block.text.slice(mark[0].length), block.line)] }
    const last = nodes.at(-1)
    const ordered = mark[1] !== undefined
    if (last?.type === 'list' && last.ordered === ordered) last.children.push(item)
    else nodes.push({ type: 'list', ordered, ...(ordered && { start: Number(mark[1]) }), spread: false, children: [item] })
  }
  return nodes
}

function paragraph(text: string, line: number): Paragraph {
  const point = { line, column: 1 }
  return { type: 'paragraph', children: [{ type: 'text', value: text }], position: { start: point, end: point } }
}
