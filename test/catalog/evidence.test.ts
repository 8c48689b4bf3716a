import { expect, test } from 'vitest'
import { evidenceOf, LONGEST, plainOf } from '../../pipeline/catalog/evidence.ts'
import type { Passage } from '../../pipeline/model/passage.ts'

const of = (text: string, kind: Passage['kind'] = 'paragraph') => evidenceOf({ kind, level: 0, frame: null, text, offset: 0 })

test.each([
  ['1,000 and 1.000, 1 000 and 1’000', ['1000', '1000', '1000', '1000']],
  ['3,5 or 3.5 and ۳٫۵', ['3.5', '3.5', '3.5']],
  ['on 12.11.2026 at 10:30', ['10', '12.11.2026', '30']],
  ['١٠٠٠ of २०२६, 99', ['1000', '2026', '99']],
  ['[3](b.md?page=7) `8` <https://a.example/9>', ['3', '8']],
  ['none', []],
])('the numbers of %s', (text, numbers) => {
  expect(of(text).numbers).toEqual(numbers)
})

test.each([
  ['[b](z.md "A title") and [a](y.md)', ['y.md', 'z.md']],
  ['[a](<x.md>) [b](p_(q).md) ![c](d.png)', ['d.png', 'p_(q).md', 'x.md']],
  ['<https://b.example> <mailto:a@b.example> <b>', ['https://b.example', 'mailto:a@b.example']],
  ['`[a](b.md)` [c](d.md)', ['d.md']],
])('the links of %s', (text, links) => {
  expect(of(text).links).toEqual(links)
})

test('inline code and footnotes, sorted', () => {
  expect(of('`` b`c `` then ` a `').codes).toEqual(['a', 'b`c'])
  expect(of('One[^2] two[^1].').footnotes).toEqual(['1', '2'])
})

test('the length is that of what a reader sees, in characters', () => {
  expect(of('  *One*[^1] [two](x.md)\n  😀 ').length).toBe('One two 😀'.length - 1)
})

test('words that may stay are long, or have capitals, digits or underscores', () => {
  expect([...of('the port of Ada says a2b x_y ABC there, ab مرحبا').words]).toEqual(['Ada', 'a2b', 'x_y', 'ABC', 'there'])
})

test.each([
  ['plain words, 2 * 3 and snake_case', false],
  ['*one*', true],
  ['~~one~~', true],
  ['[a](b.md)', true],
  ['`a`', true],
  ['one[^1]', true],
  ['\\*one', false],
])('%s: markup %s', (text, hasMarkup) => {
  expect(of(text).hasMarkup).toBe(hasMarkup)
})

test.each([
  ['*One* **two** ***three*** ~~four~~ _five_', 'One two three four five'],
  ['`code` and ``a`b``', 'code and a`b'],
  ['[One [two]](x.md "t") ![three](y.png) four[^1]', 'One [two] three four'],
  ['<b>One</b> \\#two \\\n three', 'One #two three'],
  ['snake_case 2 * 3', 'snake_case 2 * 3'],
])('a reader sees of %j: %j', (text, plain) => {
  expect(plainOf(text)).toBe(plain)
})

test('of code, and of what is too long, nothing is looked for but words', () => {
  const nothing = { numbers: [], links: [], codes: [], footnotes: [], hasMarkup: false }
  expect(of('let a1 = "[b](c.md)" // `d` 12 [^e]', 'code')).toMatchObject(nothing)
  const long = ` ${'[b](c.md) `d` 12 [^e]\n'.repeat(LONGEST / 20)}`
  expect(of(long)).toMatchObject(nothing)
  expect(plainOf(long)).toBe(long.replaceAll('\n', ' ').trim())
  expect(of('a'.repeat(LONGEST - 2).concat(' 7')).numbers).toEqual(['7'])
})
