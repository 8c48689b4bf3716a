import type { Definition, Nodes, Root } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { walk } from './unit-text.ts'

/** What a body defines for its references, and which of its footnotes are marked. */
export interface Definitions {
  /** The address of a link or picture, through its definition where it is a reference; null for all else. */
  urlOf(node: Nodes): string | null
  /** `(url "title")` of a reference; null for one without a definition. */
  inline(identifier: string): string | null
  isMarked(footnote: string): boolean
}

export function definitionsOf(tree: Root): Definitions {
  const known = new Map<string, Definition>()
  const marked = new Set<string>()
  walk(tree, (node) => {
    if (node.type === 'footnoteReference') marked.add(node.identifier)
    // The first definition of an identifier wins, as CommonMark has it.
    if (node.type === 'definition' && !known.has(node.identifier)) known.set(node.identifier, node)
  })
  return {
    urlOf(node) {
      if (node.type === 'link' || node.type === 'image') return node.url
      if (node.type === 'linkReference' || node.type === 'imageReference') return known.get(node.identifier)?.url ?? null
      return null
    },
    inline(identifier) {
      const definition = known.get(identifier)
      return definition === undefined ? null : inlined(definition)
    },
    isMarked: (footnote) => marked.has(footnote),
  }
}

function inlined({ url, title }: Definition): string {
  const link = { type: 'link' as const, url, title: title ?? null, children: [{ type: 'text' as const, value: 'x' }] }
  return toMarkdown(link, { resourceLink: true }).trim().slice('[x]'.length)
}
