import type { Element } from 'hast'
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast'
import type { Html, Nodes, PhrasingContent } from 'mdast'
import { elements, textOf } from './html-tree.ts'

/** What becomes of elements that mean more in our Markdown than in plain one. */
export const htmlHandlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(['sub', 'sup', 'kbd', 'mark', 'ins', 'ruby', 'rt', 'rp'].map((name) => [name, keepTags])),
  span(state: State, node: Element) {
    const identifier = node.properties['dataFootnoteReference']
    if (typeof identifier !== 'string') return state.all(node) as PhrasingContent[]
    return { type: 'footnoteReference', identifier, label: identifier }
  },
  section(state: State, node: Element) {
    const identifier = node.properties['dataFootnoteDefinition']
    if (typeof identifier !== 'string') return state.toFlow(state.all(node))
    return { type: 'footnoteDefinition', identifier, label: identifier, children: state.toFlow(state.all(node)) } as Nodes as never
  },
  figure(state: State, node: Element) {
    const [picture, ...more] = elements(node, 'img')
    const caption = elements(node, 'figcaption').map(textOf).join(' ')
    const src = picture?.properties['src']
    const others = textOf(node).replace(/\s+/g, '') !== caption.replace(/\s+/g, '')
    if (typeof src !== 'string' || src === '' || more.length > 0 || others) return defaultHandlers['figure']?.(state, node)
    const alt = typeof picture?.properties['alt'] === 'string' ? picture.properties['alt'] : ''
    const attributes = { src, ...(alt && { alt }), ...(caption && { caption }) }
    const figure = { type: 'leafDirective' as const, name: 'figure', attributes, children: [] }
    state.patch(node, figure)
    return figure
  },
}

/** Markdown has no mark for them, articles allow the elements. */
function keepTags(state: State, node: Element): PhrasingContent[] {
  const tag = (value: string): Html => ({ type: 'html', value })
  return [tag(`<${node.tagName}>`), ...(state.all(node) as PhrasingContent[]), tag(`</${node.tagName}>`)]
}
