import { fc, test as property } from '@fast-check/vitest'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { expect, test } from 'vitest'
import { Languages } from '../../../pipeline/check/pages/languages.ts'
import { readPage } from '../../../pipeline/check/pages/read-page.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const languages = new Languages()

/** What a conforming parser finds: the slow oracle. */
function elementsIn(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

function valuesOf(elements: readonly Element[], names: readonly string[], attribute: string): string[] {
  return elements.flatMap(({ tagName, attrs }) =>
    names.includes(tagName) ? attrs.flatMap(({ name, value }) => (name === attribute ? value : [])) : [],
  )
}

/** Texts as a page may hold them, entities and marks of markup among them. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('&amp;', '&lt;', '&#39;', '&eacute;', '&', '"', "'", ' ', '\n', 'é', 'س', '海', '😀'),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 12,
})
const escaped = text.map((one) => one.replace(/[<>]/g, '').replace(/"/g, '&quot;'))
const attribute = fc.tuple(fc.constantFrom('id', 'href', 'lang', 'alt', 'title', 'class', 'dir'), escaped)
const leaf: fc.Arbitrary<string> = fc.oneof(
  escaped,
  fc
    .tuple(fc.constantFrom('br', 'img', 'hr', 'input'), fc.uniqueArray(attribute, { maxLength: 3, selector: ([name]) => name }))
    .map(([name, all]) => {
      return `<${name}${all.map(([key, value]) => ` ${key}="${value}"`).join('')}>`
    }),
  escaped.map((address) => `<a href="${address}">there</a>`),
  fc.constant('<!-- a <b id="no"> -->'),
  fc.constant('<script>if (a < b && c > "d") e("<i id=no>")</script>'),
)
const markup = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'span', 'em', 'h2', 'h3', 'blockquote'),
        fc.uniqueArray(attribute, { maxLength: 3, selector: ([name]) => name }),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, all, inner]) => `<${name}${all.map(([key, value]) => ` ${key}="${value}"`).join('')}>${inner.join('')}</${name}>`),
  ),
})).node

const page = fc.array(markup, { maxLength: 6 }).map((body) => {
  return `<!doctype html><html lang="en"><head><title>T</title></head><body>${body.join('')}</body></html>`
})

property.prop([page])('what is read of a page is what a conforming parser finds in it', (html) => {
  const facts = readPage(html, { languages })
  const elements = elementsIn(html)
  expect([...facts.ids]).toEqual([
    ...new Set(
      valuesOf(
        elements,
        elements.map(({ tagName }) => tagName),
        'id',
      ),
    ),
  ])
  const links = facts.addresses.filter(({ kind }) => kind === 'link').map(({ address }) => address)
  expect(links).toEqual(valuesOf(elements, ['a', 'area', 'use'], 'href'))
  expect(facts.headings.map(({ level }) => `h${level}`).sort()).toEqual(
    elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? tagName : [])).sort(),
  )
})

property.prop([fc.string({ unit: 'binary', maxLength: 300 })])('whatever the text, it is read', (html) => {
  expect(() => readPage(html, { languages })).not.toThrow()
})

const broken = fc.array(
  fc.oneof(fc.constantFrom('<', '>', '</', '<a href=', '"', '<h1', '<html lang=ar>', '<title>', '<script>', '</p>', '<!--', '&#x'), text),
  {
    maxLength: 20,
  },
)

property.prop([broken])('broken markup too', (parts) => {
  expect(() => readPage(parts.join(''), { languages })).not.toThrow()
})

test('a page is read in one pass: title, addresses, dates and data', () => {
  const facts = readPage(
    `<!doctype html><html lang="it" dir="ltr"><head><title>A &amp; B</title><meta name="description" content="C">
<link rel="canonical" href="https://n.example/it/"><link rel="alternate" hreflang="it" href="https://n.example/it/">
<link rel="stylesheet" href="/s.css"><script type="application/ld+json">{"a": "&amp;"}</script></head>
<body><svg><title>Icon</title></svg><h1>Uno <em>due</em></h1><time datetime="2026-01-02">ieri</time>
<img src="/a.jpg" srcset="/a-1.jpg 480w, /a-2.jpg 960w" alt="" width="2" height="1"></body></html>`,
    { languages },
  )
  expect(facts).toMatchObject({
    lang: 'it',
    dir: 'ltr',
    titles: ['A & B'],
    description: 'C',
    canonicals: ['https://n.example/it/'],
    hits: [],
  })
  expect(facts.data).toEqual(['{"a": "&amp;"}'])
  expect(facts.headings).toEqual([{ level: 1, text: 'Uno due', lang: 'it' }])
  expect(facts.addresses.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
    ...['claim https://n.example/it/', 'claim https://n.example/it/', 'asset /s.css', 'file /a.jpg', 'file /a-1.jpg', 'file /a-2.jpg'],
  ])
})
