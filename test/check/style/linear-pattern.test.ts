import { expect, test } from 'vitest'
import { linearPattern } from '../../../pipeline/check/style/linear-pattern.ts'

const find = (source: string, text: string) => {
  const pattern = linearPattern(source)
  if (typeof pattern === 'string') throw new Error(pattern)
  return pattern(text).map(({ start, end, group }) => [text.slice(start, end), group])
}

test.each([
  [
    'very (unique|dead)',
    'very unique, very dead',
    [
      ['very unique', 'unique'],
      ['very dead', 'dead'],
    ],
  ],
  [
    '(?i)école',
    'ÉCOLE 😀 école',
    [
      ['ÉCOLE', 'ÉCOLE'],
      ['école', 'école'],
    ],
  ],
  ['cat', 'cat, category, bobcat, catÉ', [['cat', 'cat']]],
  ['公.', '在公海上', [['公海', '公海']]],
])('%s in "%s"', (source, text, expected) => {
  expect(find(source, text)).toEqual(expected)
})

test.each([
  ['a(?=b)', 'it looks ahead or behind, which no pattern with bounded time can do'],
  ['(?<!a)b', 'it looks ahead or behind, which no pattern with bounded time can do'],
  ['(a)\\1', 'invalid escape sequence: `\\1`'],
  ['(a', 'missing closing ): `(a`'],
  ['a*', 'it matches the empty text'],
])('%s is refused: %s', (source, why) => {
  expect(linearPattern(source)).toBe(why)
})

test.each(['(x+x+)+y', '(a|aa)+$x', '((a*)*)*b', '(.*)*,(.*)*;', 'x*y|x'])(
  'the catastrophic pattern %s ends on five million characters',
  (source) => {
    const text = `${'x'.repeat(2_500_000)} ${'a'.repeat(2_500_000)}`
    expect(find(source, text).length).toBeLessThan(2)
  },
)
