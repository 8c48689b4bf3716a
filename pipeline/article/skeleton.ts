import type { Element, Root as HastRoot } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { defaultHandlers, type Options, toHast } from 'mdast-util-to-hast'
import type { Hole, Skeleton } from '../model/article.ts'
import { cutAtHoles, holeMark } from './holes.ts'
import { blockSchema } from './schema.ts'

/**
 * The HTML of a body whose texts are marks of holes.
 *
 * @param holes those of the tree; others are added for the footnotes' own words
 */
export function skeleton(tree: Root, holes: readonly Hole[]): Skeleton {
  const all = [...holes]
  const hole = (one: Hole): string => holeMark(all.push(one) - 1)
  const footnotes: string[] = []
  const options: Options = {
    footnoteLabel: hole({ kind: 'label', key: 'footnotes', values: {} }),
    footnoteBackContent: (footnote, nth) => hole({ kind: 'backref', footnote, nth }),
    handlers: {
      footnoteReference(state, node) {
        if (!footnotes.includes(node.identifier)) footnotes.push(node.identifier)
        return defaultHandlers.footnoteReference(state, node)
      },
    },
  }
  const hast = articleHast(toHast(tree, options) as HastRoot)
  const html = toHtml(sanitize(unwrapHoles(hast), blockSchema), { closeSelfClosing: false })
  return { ...cutAtHoles(freeLanguages(html), all), footnotes }
}

/** The hole of a quoted language makes the whole attribute, so that it can be left out. */
function freeLanguages(html: string): string {
  return html.replace(/ lang="(\uFDD0h\d+\uFDD0)"/g, '$1')
}

/** What our blocks have that plain hast hasn't: one `h1` a page, which is the title; table alignment that a stylesheet can use; the keyboard's way to a table that scrolls. */
export function articleHast<Tree extends HastRoot | Element>(tree: Tree): Tree {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'h1') child.tagName = 'h2'
    if (child.tagName === 'table') child.properties['tabIndex'] = 0
    if (child.properties['align'] !== undefined) {
      child.properties['dataAlign'] = child.properties['align']
      delete child.properties['align']
    }
    articleHast(child)
  }
  return tree
}

/** The hole makes the whole link back, so that it can be left out, and the whole picture, which has several files. */
function unwrapHoles<Tree extends HastRoot | Element>(tree: Tree): Tree {
  for (const [index, child] of tree.children.entries()) {
    if (child.type !== 'element') continue
    const mark = child.children[0]
    if (child.properties['dataFootnoteBackref'] !== undefined && mark !== undefined) tree.children[index] = mark
    else if (child.tagName === 'img') tree.children[index] = { type: 'text', value: String(child.properties['src']) }
    else unwrapHoles(child)
  }
  return tree
}
