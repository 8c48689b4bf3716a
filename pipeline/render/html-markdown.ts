import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { FootnoteDefinition, Nodes } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown } from 'mdast-util-to-markdown'

/** An article's body, as `editionBody` makes it, in GitHub's Markdown: its footnotes are footnotes again. */
export function htmlMarkdown(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  return toMarkdown(toMdast(tree, { handlers: { a, section } }) as Nodes, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
    ],
  })
}

const a: Handle = (state: State, node: Element) => {
  const href = String(node.properties['href'] ?? '')
  if (href.startsWith('#user-content-fnref-')) return undefined
  if (!href.startsWith('#user-content-fn-')) return { type: 'link', url: href, title: null, children: state.all(node) as never }
  const identifier = identifierIn(href)
  return { type: 'footnoteReference', identifier, label: identifier }
}

const section: Handle = (state: State, node: Element) => {
  const notes = itemsIn(node).filter(({ properties }) => String(properties['id']).startsWith('user-content-fn-'))
  if (notes.length === 0) return state.toFlow(state.all(node))
  return notes.map(
    (item): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: identifierIn(item.properties['id']),
      label: identifierIn(item.properties['id']),
      children: state.toFlow(state.all(item)) as FootnoteDefinition['children'],
    }),
  ) as never
}

function itemsIn(node: Element | Root): Element[] {
  return (node.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'li' ? child : itemsIn(child)
  })
}

/** Of a footnote, in its id or in a link to that. */
function identifierIn(address: unknown): string {
  return decodeURIComponent(String(address).replace(/^#?user-content-fn-/, ''))
}
