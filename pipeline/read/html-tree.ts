import type { Element, Nodes } from 'hast'

/** Elements of that name, in document order. */
export function elements(node: Nodes, name: string | null): Element[] {
  const found: Element[] = []
  const open: Nodes[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'element' && (name === null || next.tagName === name)) found.push(next)
    if ('children' in next) for (let at = next.children.length - 1; at >= 0; at--) open.push(next.children[at] as Nodes)
  }
  return found
}

/** The text inside, on one line. */
export function textOf(node: Nodes): string {
  const texts: string[] = []
  const open: Nodes[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'text') texts.push(next.value)
    if (next.type === 'element' && next.tagName === 'br') texts.push(' ')
    if ('children' in next) for (let at = next.children.length - 1; at >= 0; at--) open.push(next.children[at] as Nodes)
  }
  return texts.join('').replace(/\s+/g, ' ').trim()
}
