import type { Root as HastRoot } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { defaultHandlers, type Options, toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
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
  const html = toHtml(sanitize(unwrapBackrefs(hast), blockSchema), { closeSelfClosing: false })
  return { ...cutAtHoles(freeLanguages(html), all), footnotes }
}

/** The hole of a quoted language makes the whole attribute, so that it can be left out. */
function freeLanguages(html: string): string {
  return html.replace(/ lang="(\uFDD0h\d+\uFDD0)"/g, '$1')
}

/** What our blocks have that plain hast hasn't: table alignment that a stylesheet can use, and the keyboard's way to a table that scrolls. */
export function articleHast(tree: HastRoot): HastRoot {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') node.properties['tabIndex'] = 0
    if (node.properties['align'] !== undefined) {
      node.properties['dataAlign'] = node.properties['align']
      delete node.properties['align']
    }
  })
  return tree
}

/** The hole makes the whole link back, so that it can be left out. */
function unwrapBackrefs(tree: HastRoot): HastRoot {
  visit(tree, 'element', (node, index, parent) => {
    const mark = node.children[0]
    if (node.properties['dataFootnoteBackref'] === undefined || parent === undefined || index === undefined || mark === undefined) return
    parent.children[index] = mark
  })
  return tree
}
