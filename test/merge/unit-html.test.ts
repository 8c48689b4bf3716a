import { fc, test as property } from '@fast-check/vitest'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { InlineContext } from '../../pipeline/merge/inline-context.ts'
import { inlineFull } from '../../pipeline/merge/inline-full.ts'
import { inlineSchema } from '../../pipeline/merge/inline-schema.ts'
import { unitHtml, unitPlainText } from '../../pipeline/merge/unit-html.ts'
import { plainContext } from '../support/own-words.ts'

const html = (text: string): string => unitHtml(text, plainContext(['1']))

describe('a message is one paragraph’s content, whatever it begins with', () => {
  test.each([
    ['1986. Ein Jahr', '1986. Ein Jahr'],
    ['- kein Punkt', '- kein Punkt'],
    ['> kein Zitat', '> kein Zitat'],
    ['# keine Überschrift', '# keine Überschrift'],
    ['    kein Code', 'kein Code'],
    ['One\n\nTwo', 'One Two'],
    ['One\ntwo', 'One two'],
    ['One\\\ntwo', 'One<br>\ntwo'],
    ['::figure{src=x}', '::figure{src=x}'],
    ['| a | b |\n|---|---|', '| a | b | |---|---|'],
    ['<div>text</div>', 'text'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['<abbr title="x" onclick="y">IAEA</abbr>', '<abbr title="x">IAEA</abbr>'],
    ['<b>open', '<b>open</b>'],
    ['[a](javascript:alert(1))', 'a'],
    ['[a](data:text/html,x)', 'a'],
    ['$t(other) {{x}}', '$t(other) {{x}}'],
    ['> *kein* &amp; Zitat', '> <em>kein</em> &#x26; Zitat'],
    ['# *keine* &amp; Überschrift', '# <em>keine</em> &#x26; Überschrift'],
    ['- *kein* &amp; Punkt', '- <em>kein</em> &#x26; Punkt'],
    ['1. *kein* &amp; Punkt', '1. <em>kein</em> &#x26; Punkt'],
    ['One &amp; *two*\n===', 'One &#x26; <em>two</em> ==='],
    ['[One]: &amp;', '[One]: &#x26;'],
    ['***\n&amp;', '*** &#x26;'],
    ['```js\n&amp;', '```js &#x26;'],
    ['~~~\nOne &amp; *two*', '~~~ One &#x26; <em>two</em>'],
    ['<DIV>text</DIV> <B>bold</B>', 'text <b>bold</b>'],
    ['`code\nspan` &amp;', '<code>code span</code> &#x26;'],
    ['One\r*two* &amp;', 'One <em>two</em> &#x26;'],
    ['<div><div>One &amp;</div></div> *two*', 'One &#x26; <em>two</em>'],
    ['[^gone] &amp;', '[^gone] &#x26;'],
    ['One[^gone].', 'One[^gone].'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected)
    expect(inlineFull(text, plainContext(['1']))).toBe(expected)
  })
})

test('a footnote’s mark is one however it is written, and numbered as in the article', () => {
  const text = 'One[^Note] two[^note] &amp;'
  const mark = (id: string) =>
    `<sup><a href="#user-content-fn-note" id="user-content-fnref-note${id}" data-footnote-ref="" aria-describedby="footnote-label">2</a></sup>`
  expect(unitHtml(text, plainContext(['1', 'note']))).toBe(`One${mark('')} two${mark('-2')} &#x26;`)
})

test('links and pictures lead where they lead in this edition; those that lead nowhere leave their text', () => {
  const context: InlineContext = {
    ...plainContext([]),
    link: (address) => (address === '../gone.md' ? null : { href: `/it/${address}`, hreflang: 'en' }),
    picture: (src, words) => (src === 'held.jpg' ? null : plainContext([]).picture(`/assets/${src}`, words)),
  }
  expect(
    unitHtml(
      '[*One*](a.md) [two *and*](../gone.md)[three](../gone.md) ![four](b.jpg) ![five](held.jpg) ![](held.jpg) [![six](b.jpg)](../gone.md)',
      context,
    ),
  ).toBe(
    '<a href="/it/a.md" hreflang="en"><em>One</em></a> two <em>and</em>three <img src="/assets/b.jpg" alt="four"> five  <img src="/assets/b.jpg" alt="six">',
  )
})

const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab <>/="\'`&;:()[]!*_#\\\n{}$-'), maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<img src=x onerror=a>',
          '<svg/onload=a>',
          '<a href="javascript:a">',
          '[x](javascript:a)',
          '<style>',
          '<iframe srcdoc=a>',
        ],
        ...[
          '<span lang=fa dir=rtl onclick=a>',
          '</span>',
          '<b id=a class=b style=c>',
          '<!--',
          '-->',
          '<![CDATA[',
          '&#x3C;script&#x3E;',
          '![x](data:a)',
          '<base href=//a>',
        ],
        ...['<time datetime="2026">', '<q cite="javascript:a">', 'text ', '\n\n', '`', '<ruby><rt>', '<math><mi>', '</p><p>', '<template>'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const tags = new Set(inlineSchema.tagNames)
const attributes = new Set([
  'href',
  'hreflang',
  'title',
  'lang',
  'dir',
  'cite',
  'datetime',
  'src',
  'alt',
  'id',
  'data-footnote-ref',
  'aria-describedby',
])

function check(node: DefaultTreeAdapterTypes.ChildNode): void {
  if (!('tagName' in node)) {
    expect(['#text']).toContain(node.nodeName)
    return
  }
  expect(tags).toContain(node.tagName)
  for (const { name, value } of node.attrs) {
    expect(attributes).toContain(name)
    if (['href', 'src', 'cite'].includes(name)) expect(value).not.toMatch(/^\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i)
  }
  for (const child of node.childNodes) check(child)
}

property.prop([hostile], { numRuns: Number(process.env['RUNS'] ?? 1000) })(
  'whatever the text, its HTML has no element and no attribute outside the allowed set',
  (text) => {
    for (const node of parseFragment(html(text)).childNodes) check(node)
  },
)

test('an attribute gets the text without its markup', () => {
  expect(unitPlainText('A *b* [c](d) `e` & f')).toBe('A b c e & f')
  expect(unitPlainText('Press <kbd>Enter</kbd>.')).toBe('Press Enter.')
})

test.each([
  ['[two](../gone.md) and [three](a.md)', 'two and <a href="/it/a.md" hreflang="en">three</a>'],
  ['[*one*](https://a.example/?b=1&c)', '<a href="/it/https://a.example/?b=1&#x26;c" hreflang="en"><em>one</em></a>'],
  ['AT&T and _one_, **two**', 'AT&#x26;T and <em>one</em>, <strong>two</strong>'],
])('simple markup needs no parser, and reads alike: %s', (text, expected) => {
  const context: InlineContext = {
    ...plainContext([]),
    link: (address) => (address === '../gone.md' ? null : { href: `/it/${address}`, hreflang: 'en' }),
  }
  expect(unitHtml(text, context)).toBe(expected)
  expect(inlineFull(text, context)).toBe(expected)
})
