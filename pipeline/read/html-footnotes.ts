import type { Element, ElementContent, Root } from 'hast'
import { elements, textOf } from './html-tree.ts'

/**
 * Turn links to notes into marks that the conversion knows: a link whose target, a list item or block with that id, links back to it.
 *
 * That is how Word's converter, Pandoc, GitHub and most systems write footnotes.
 */
export function markFootnotes(content: Root): void {
  const byId = new Map(
    elements(content, null).flatMap((element) =>
      typeof element.properties['id'] === 'string' ? [[element.properties['id'], element]] : [],
    ),
  )
  const marks = new Map(elements(content, 'sup').flatMap((sup) => elements(sup, 'a').map((link) => [link, sup.properties['id']] as const)))
  const notes = new Map<Element, string>()
  for (const link of elements(content, 'a')) {
    const note = byId.get(fragmentOf(link) ?? '')
    if (
      note === undefined ||
      !BLOCKS.has(note.tagName) ||
      elements(note, 'a').includes(link) ||
      !linksBack(note, [link.properties['id'], marks.get(link)])
    )
      continue
    const identifier = notes.get(note) ?? String(notes.size + 1)
    notes.set(note, identifier)
    Object.assign(link, { tagName: 'span', properties: { dataFootnoteReference: identifier }, children: [] })
  }
  if (notes.size === 0) return
  lift(content, notes)
  for (const [note, identifier] of notes) {
    note.children = withoutBackLinks(note.children)
    content.children.push({
      type: 'element',
      tagName: 'section',
      properties: { dataFootnoteDefinition: identifier },
      children: note.children,
    })
  }
}

const BLOCKS = new Set(['li', 'p', 'div', 'aside', 'dd', 'section'])

function fragmentOf({ properties }: Element): string | null {
  const href = properties['href']
  return typeof href === 'string' && href.startsWith('#') && href.length > 1 ? decoded(href.slice(1)) : null
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** @param ids of the mark itself, and of the `<sup>` around it */
function linksBack(note: Element, ids: readonly unknown[]): boolean {
  return elements(note, 'a').some((back) => fragmentOf(back) !== null && ids.includes(fragmentOf(back)))
}

/** Take the notes out of where they stand, and lists, sections and `<sup>` that nothing is left of. */
function lift(parent: Root | Element, notes: ReadonlyMap<Element, string>): void {
  const children: Root['children'] = []
  for (const child of parent.children) {
    if (child.type === 'element') {
      if (notes.has(child)) continue
      const had = elements(child, null).some((inner) => notes.has(inner))
      lift(child, notes)
      if (had && textOf(child) === '') continue
      const mark =
        child.tagName === 'sup'
          ? child.children.find((inner) => inner.type === 'element' && inner.properties['dataFootnoteReference'])
          : undefined
      children.push(mark ?? child)
    } else children.push(child)
  }
  parent.children = children as ElementContent[]
}

/** Nodes without links that only lead back: an arrow, a number. */
function withoutBackLinks(nodes: readonly ElementContent[]): ElementContent[] {
  const kept = nodes.filter((node) => !isBackLink(node))
  const last = kept.at(-1)
  if (last?.type === 'text' && kept.length < nodes.length) last.value = last.value.trimEnd()
  return kept.map((node) => (node.type === 'element' ? { ...node, children: withoutBackLinks(node.children) } : node))
}

function isBackLink(node: ElementContent): boolean {
  if (node.type !== 'element' || fragmentOf(node) === null) return false
  return /^[\s\p{S}\p{P}\p{M}]*\d*$/u.test(textOf(node))
}
