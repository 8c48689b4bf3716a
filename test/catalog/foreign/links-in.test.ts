import { expect, test } from 'vitest'
import { linksIn, soleLink } from '../../../pipeline/catalog/foreign/links-in.ts'

test.each([
  ['See [it](a.md "A").', ['(a.md "A")']],
  ['See [it][1] and [that][].', ['[1]', '[that]']],
  ['See [it].', ['[it]']],
  ['[![a](b.png)](c(1).md)', ['(b.png)', '(c(1).md)']],
  ['A note[^1], `[code](x)`, \\[escaped\\](x), a [ ] box', []],
  ['`` a ` [b](c) `` and [d](e)', ['(e)']],
  ['an unclosed ` [b](c)', ['(c)']],
  ['`a `` [b](c) ` and [d](e)', ['(e)']],
  ['`a `` [b](c) `` [d](e) ` and [f](g) `h`', ['(g)']],
  ['] [', []],
])('%s', (text, tails) => {
  expect(linksIn(text).map(({ tail }) => tail)).toEqual(tails)
})

test('takes time of the length, whatever the text', () => {
  expect(linksIn('['.repeat(100_000))).toEqual([])
  expect(linksIn('[a]('.repeat(50_000))).toHaveLength(50_000)
})

test.each([
  ['[One day](a.md)', { words: 'One day', tail: '(a.md)' }],
  ['[One](a.md) day', null],
  ['A [day](a.md)', null],
  ['[One]', null],
])('%s as one link alone', (text, link) => {
  expect(soleLink(text)).toEqual(link)
})
