import { fc, test as property } from '@fast-check/vitest'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
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
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected)
  })
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
})
