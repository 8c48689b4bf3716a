import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  capital,
  digit,
  eachChunk,
  hasKind,
  ideograph,
  joint,
  letter,
  looseJoint,
  mark,
  small,
  unspaced,
} from '../../pipeline/check/letters.ts'

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('the ', 'L’', 'a-b', '. ', '“', '\uFFFC', '1', '٣', 'é', 'É', 'e\u0301', '_', '\u00AD', '\u200D', '׳', '״', '·', '‑'),
      fc.constantFrom('北京', 'かな', 'ภาษา', 'မြန်', '𝐀b', '𠀀', '😀', 'ǅ', 'ﬁ', 'ß', 'Ж', 'ж', 'ع', '\n', ' ', '\uFEFFx'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''))

describe('a chunk is what the expression finds', () => {
  test.prop([text])('with what joins a word that has a spelling', (written) => {
    const pattern = /[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}\u00AD\u200C-\u200D_'’ʼ‘׳״"·‐‑-]*[\p{L}\p{M}\p{N}_])?/gu
    expect(chunksIn(written, joint)).toEqual(Array.from(written.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length]))
  })

  test.prop([text])('with what joins a word that is doubled', (written) => {
    const pattern = /[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}\p{Cf}_'’ʼ·-]*[\p{L}\p{M}\p{N}_])?/gu
    expect(chunksIn(written, looseJoint)).toEqual(
      Array.from(written.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length]),
    )
  })
})

test.each([
  ['Well-known', [capital, small]],
  ['a', [small, 0]],
  ['É1é', [0, 0]],
] as const)('a chunk tells what its first letter is, and what all others are: %s', (written, [first, rest]) => {
  eachChunk(written.replace('-', ''), joint, (_, __, begun, others) => {
    expect(begun & (capital | small)).toBe(first)
    if (written.length > 1) expect(others & (capital | small)).toBe(rest)
  })
})

test.prop([text])('a text has a character of a kind where an expression finds one', (written) => {
  const patterns: readonly (readonly [kind: number, pattern: RegExp])[] = [
    [letter, /\p{L}/u],
    [mark, /\p{M}/u],
    [digit, /\p{N}/u],
    [ideograph, /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u],
    [unspaced, /[\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]/u],
  ]
  for (const [kind, pattern] of patterns) expect(hasKind(written, kind)).toBe(pattern.test(written))
})

test('half a character, as a broken escape leaves it, says nothing of whole ones', () => {
  expect(hasKind('\uD840', letter)).toBe(false)
  expect(hasKind('𠀀', ideograph)).toBe(true)
})

function chunksIn(written: string, joints: number): [start: number, end: number][] {
  const found: [number, number][] = []
  eachChunk(written, joints, (start, end) => found.push([start, end]))
  return found
}
