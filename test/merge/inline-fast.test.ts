import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Link } from '../../pipeline/merge/inline-context.ts'
import { inlineFast } from '../../pipeline/merge/inline-fast.ts'
import { inlineFull } from '../../pipeline/merge/inline-full.ts'
import { plainContext } from '../support/own-words.ts'

const piece = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1 *_`[]()!<>&#.:/\\~^é漢م“’\n;"'), maxLength: 8 }),
  fc.constantFrom(
    '*a*',
    '**漢字**',
    '_x y_',
    '[a b](../c.md#d)',
    '[x](https://a.example/?q=1&r)',
    '`a < b`',
    '[^n]',
    '<https://a.example/b>',
    '\\\n',
    ' said. ',
    'AT&T',
    '[sic]',
    '![a](b)',
    'مرحبا ',
  ),
)
const message = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

describe('the fast path gives what the parser gives, or nothing', () => {
  property.prop([message], { numRuns: Number(process.env['RUNS'] ?? 2000) })('any message', (text) => {
    const [fast, full] = [plainContext(['n']), plainContext(['n'])]
    const html = inlineFast(text, fast)
    if (html === null) {
      expect(fast.marks.size).toBe(0)
      return
    }
    expect(html).toBe(inlineFull(text, full))
    expect(fast.marks).toEqual(full.marks)
  })

  test.each([
    'Talks resumed on Friday.',
    'The “line” — at 10:30 — holds.',
    '**Brussels**, *Friday*: [the talks](../talks.md) go on.[^n]',
    'See <https://news.example/a> and `a & b`.',
  ])('takes the fast path: %s', (text) => {
    expect(inlineFast(text, plainContext(['n']))).toBe(inlineFull(text, plainContext(['n'])))
  })

  test.each([
    ['*One* **two** _three four_', '<em>One</em> <strong>two</strong> <em>three four</em>'],
    ['A & B', 'A &#x26; B'],
    ['one\\\ntwo', 'one<br>\ntwo'],
    ['`a & <b>`', '<code>a &#x26; &#x3C;b></code>'],
    ['[One](a.md), <https://a.example/b>', '<a href="a.md">One</a>, <a href="https://a.example/b">https://a.example/b</a>'],
  ])('%j', (text, html) => {
    expect(inlineFast(text, plainContext([]))).toBe(html)
    expect(inlineFull(text, plainContext([]))).toBe(html)
  })

  test.each([
    ' one',
    'one ',
    '** one**',
    '**one **',
    '* one*',
    '_ one_',
    '[ one](a.md)',
    '[one ](a.md)',
    'a*b',
    'one[^x]',
    '![a](b)',
    '&amp;',
  ])('leaves %j to the parser', (text) => {
    expect(inlineFast(text, plainContext(['n']))).toBe(null)
  })

  test('a link that leads nowhere leaves its words; one to another language says so; odd addresses are the parser’s', () => {
    const to = (link: Link | null) => inlineFast('see [One](a.md)', { ...plainContext([]), link: () => link })
    expect(to(null)).toBe('see One')
    expect(to({ href: '/fr/a', hreflang: 'fr' })).toBe('see <a href="/fr/a" hreflang="fr">One</a>')
    expect([to({ href: '/a?b&c' }), to({ href: '/a"b' })]).toEqual([null, null])
  })

  test('a footnote’s mark is found whatever its capitals', () => {
    expect(inlineFast('One[^N].', plainContext(['n']))).toBe(inlineFull('One[^N].', plainContext(['n'])))
    expect(inlineFast('One[^N].', plainContext(['n']))).toContain('<sup>')
  })

  test('an attempt that comes to nothing counts no mark', () => {
    const context = plainContext(['n'])
    inlineFast('One[^n].', context)
    const before = new Map(context.marks)
    expect(before.size).toBe(1)
    expect(inlineFast('Two[^n], three[^x].', context)).toBe(null)
    expect(context.marks).toEqual(before)
  })
})
