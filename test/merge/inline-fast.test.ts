import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
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
})
