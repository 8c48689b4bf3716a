import type { Nodes, Root } from 'mdast'
import { directiveToMarkdown } from 'mdast-util-directive'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown } from 'mdast-util-to-markdown'
import { toString as plainText } from 'mdast-util-to-string'

/** A tree as clean Markdown, and for each of its blocks of text (what will be a unit) the line where it stood. */
export function documentMarkdown(tree: Root): { markdown: string; lines: number[] } {
  const markdown = toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: false,
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      directiveToMarkdown(),
    ],
  })
  return { markdown, lines: linesOf(tree) }
}

function linesOf(node: Nodes): number[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return hasText(node) ? [lineOf(node)] : []
    case 'leafDirective':
      return ['alt', 'caption', 'credit'].filter((name) => node.attributes?.[name]?.trim()).map(() => lineOf(node))
    default:
      return 'children' in node ? node.children.flatMap(linesOf) : []
  }
}

function hasText(node: Nodes): boolean {
  return plainText(node, { includeHtml: false }).trim() !== '' || contains(node, 'footnoteReference')
}

function contains(node: Nodes, type: Nodes['type']): boolean {
  return node.type === type || ('children' in node && node.children.some((child) => contains(child, type)))
}

/** Blocks that the conversion made have no place of their own. */
function lineOf(node: Nodes): number {
  if (node.position !== undefined) return node.position.start.line
  return 'children' in node && node.children[0] !== undefined ? lineOf(node.children[0]) : 0
}
