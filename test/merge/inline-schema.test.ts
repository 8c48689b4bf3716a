import { describe, expect, test } from 'vitest'
import { inlineFull } from '../../pipeline/merge/inline-full.ts'
import { unitHtml } from '../../pipeline/merge/unit-html.ts'
import { inlineElements } from '../../pipeline/model/inline-elements.ts'
import { plainContext } from '../support/own-words.ts'

/** Of simple texts by the fast way and by the long one. */
function html(text: string): string {
  const short = unitHtml(text, plainContext([]))
  expect(inlineFull(text, plainContext([]))).toBe(short)
  return short
}

describe('raw inline HTML stays as it is written', () => {
  test.each([...inlineElements].filter((name) => name !== 'br' && name !== 'wbr'))('<%s>', (name) => {
    const text = `One <${name} lang="fa" dir="rtl" title="Of it">word</${name}>.`
    expect(html(text)).toBe(text)
  })

  test.each([
    'Two<br>lines, a long<wbr>word.',
    '<bdi dir="ltr">a</bdi> <bdo dir="auto">b</bdo>',
    '<del cite="https://a.example/" datetime="2026-11-22">gone</del> <ins cite="http://a.example/" datetime="2026-11-23">new</ins>',
    '<q cite="https://a.example/">so</q> at <time datetime="10:30">half past ten</time>',
  ])('%s', (text) => {
    expect(html(text)).toBe(text)
  })
})

test.each([
  ['<span dir="sideways" id="a" class="b">word</span>', '<span>word</span>'],
  ['<q cite="javascript:a">so</q>', '<q>so</q>'],
  ['<b>One</b> <script><script>two', '<b>One</b> two'],
])('%s loses what is not allowed, and no word', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test.each([
  ['[a](http://a.example/)', '<a href="http://a.example/">a</a>'],
  ['[a](HTTPS://a.example/)', '<a href="HTTPS://a.example/">a</a>'],
  ['[a](mailto:a@a.example)', '<a href="mailto:a@a.example">a</a>'],
  ['[a](tel:+390101)', '<a href="tel:+390101">a</a>'],
  ['[a](ftp://a.example/)', 'a'],
  ['![a](http://a.example/a.png)', '<img src="http://a.example/a.png" alt="a">'],
  ['![a](https://a.example/a.png "A title")', '<img src="https://a.example/a.png" alt="a" title="A title">'],
  ['![a](data:image/png,a)', 'a'],
])('%s', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test('code stays code, and a footnote’s mark keeps what leads to its note and back', () => {
  expect(html('run `a`')).toBe('run <code>a</code>')
  const mark = '<sup><a href="#note-1" id="note-1-ref" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>'
  const text = inlineFull('One[^n], *two*.', plainContext(['n']))
  expect(text.replace(/href="[^"]*" id="[^"]*"/, 'href="#note-1" id="note-1-ref"')).toBe(`One${mark}, <em>two</em>.`)
})
