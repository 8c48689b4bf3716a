import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, inject, test } from 'vitest'
import config from '../../colophon.config.ts'
import { filesIn } from './built-site.ts'

const demo = new URL(config.site?.url ?? '').origin
const files = filesIn(inject('demo'))
const pages = new Map([...files].filter(([path]) => /(\/|\.html)$/.test(path)).map(([path, body]) => [path, read(`${body}`)]))

test('every link within the demo site leads to a page, and to a place in it', () => {
  expect(pages.size).toBeGreaterThan(30)
  const lost: string[] = []
  for (const [path, { addresses }] of pages) {
    for (const address of addresses) {
      const target = new URL(address, demo + path)
      if (target.origin !== demo) continue
      const fragment = decodeURIComponent(target.hash.slice(1))
      if (!files.has(target.pathname) || (fragment !== '' && !pages.get(target.pathname)?.ids.includes(fragment)))
        lost.push(`${path}: ${address}`)
    }
  }
  expect(lost).toEqual([])
})

test('no page has two elements of one id', () => {
  expect([...pages].filter(([, { ids }]) => new Set(ids).size < ids.length).map(([path]) => path)).toEqual([])
})

test('editions name each other, and themselves, as alternates', () => {
  const alternates = new Map([...pages].map(([path, page]) => [path, page.alternates.map((href) => new URL(href).pathname)]))
  for (const [path, all] of alternates) {
    if (all.length === 0) continue
    expect(all.filter((each) => each === path).length).toBeGreaterThan(0)
    for (const each of all) expect(alternates.get(each)).toEqual(all)
  }
})

interface Read {
  readonly ids: readonly string[]
  readonly addresses: readonly string[]
  readonly alternates: readonly string[]
}

type Node = DefaultTreeAdapterTypes.Node

function read(html: string): Read {
  const elements = [...attributes(parse(html))]
  return {
    ids: elements.flatMap(({ id }) => id ?? []),
    addresses: elements.flatMap(({ href, src }) => href ?? src ?? []),
    alternates: elements.flatMap(({ rel, hreflang, href }) => (rel === 'alternate' && hreflang !== undefined ? (href ?? []) : [])),
  }
}

/** Those of each element. */
function* attributes(node: Node): Generator<Partial<Record<'id' | 'href' | 'src' | 'rel' | 'hreflang', string>>> {
  if ('attrs' in node) yield Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  if ('childNodes' in node) for (const child of node.childNodes) yield* attributes(child)
}
