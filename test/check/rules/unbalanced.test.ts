import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import type { WholeRule } from '../../../pipeline/check/rule.ts'
import { unbalancedBracket } from '../../../pipeline/check/rules/unbalanced-bracket.ts'
import { unbalancedQuote } from '../../../pipeline/check/rules/unbalanced-quote.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { hitsIn } from '../sample.ts'

/** How many each passage has. */
function counts(rule: WholeRule, locale: string, ...texts: readonly string[]): number[] {
  const passages = texts.map((text) => passageOf(text, locale as Locale, 'markdown'))
  return rule.check(passages, {}, noKnowledge).map((hits) => hits.length)
}

test.each([
  ['a curly mark and a straight one', 'en', 'He said “so be it" and left.', 0],
  ['a straight mark and a curly one', 'en', 'He said "so be it” and left.', 0],
  ['inches within a quotation', 'en', 'He said “a 12" pipe” and left.', 0],
  ['nothing that closes', 'en', 'He said “so be it and left.', 1],
])('%s: the wrong mark counts as the right one', (_, locale, text, expected) => {
  expect(counts(unbalancedQuote, locale, text)).toEqual([expected])
})

describe('quotations over several paragraphs', () => {
  test.each([
    ['each begins with a mark', ['“One.', '“Two.', '“Three.”'], [0, 0, 0]],
    ['only the first and the last have one', ['“One.', 'Two.', 'Three.”'], [0, 0, 0]],
    ['it never ends', ['“One.', 'Two.', 'Three.'], [1, 0, 0]],
    ['it never began', ['One.', 'Two.', 'Three.”'], [0, 0, 1]],
    [
      'the end is far away',
      ['“One.', ...Array.from({ length: 9 }, () => 'Two.'), 'Three.”'],
      [1, ...Array.from({ length: 9 }, () => 0), 1],
    ],
    ['two open, one closes', ['“One “two.', 'Three.”'], [1, 0]],
  ])('%s', (_, texts, expected) => {
    expect(counts(unbalancedQuote, 'en', ...texts)).toEqual(expected)
  })

  test('Romance languages begin each with the closing mark', () => {
    expect(counts(unbalancedQuote, 'es', '«Uno.', '»Dos.', '»Tres».')).toEqual([0, 0, 0])
  })
})

describe('quotations', () => {
  test.each([
    ['en', 'He said “no and left.', 1],
    ['en', 'He said “no“ and „yes”.', 0],
    ['de', '„Ja”, „nein“ und “vielleicht”.', 0],
    ['en', 'He said no” and left.', 1],
    ['en', 'A 12” record, “so”.', 0],
    ['en', 'He said "no and left.', 1],
    ['en', 'A 6" nail and a 2" one.', 0],
    ['fr', 'Il dit « non « oui ».', 0],
    ['fr', 'Il dit « non', 1],
    ['sv', 'Hon sa ”nej och gick.', 1],
    ['sv', 'Hon sa ”nej” och ”ja”.', 0],
    ['nl', '„Nee”, zei hij, “ja”.', 0],
    ['ru', '«Мост „Дружба“».', 0],
    ['he', 'צה"ל אמר', 0],
    ['ar', 'قال ”نعم', 0],
  ])('%s: %s', (locale, text, count) => {
    expect(hitsIn(unbalancedQuote, locale, text)).toHaveLength(count)
  })
})

describe('brackets', () => {
  test.each([
    ['The talks (in Geneva were short.', ['( → ?']],
    ['The talks in Geneva) were short.', [') → ?']],
    ['The [report(https://a.example).', ['[ → ?']],
    ['Is so): and there', [') → ?']],
    ['a) one, b) two, iv) three; 12) four; 2.b) five', []],
    ['so :-) and :( and ;) and (: here', []],
    ['from [0, 1) to (0, 1] here', []],
    ['the `f(` and \\(x\\) and [x] and [[x]]', []],
    ['( )', []],
    ['(', []],
    ['他说（好）和(好）', []],
    ['《书》和《书', ['《 → ?']],
  ])('%s', (text, expected) => {
    expect(hitsIn(unbalancedBracket, 'en', text)).toEqual(expected)
  })

  test('a parenthesis may hold several paragraphs', () => {
    expect(counts(unbalancedBracket, 'en', 'So. (One.', 'Two.', 'Three.) So.')).toEqual([0, 0, 0])
  })
})

const nested: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? fc.constantFrom('word', 'two words')
    : fc.tuple(fc.constantFrom('()', '[]', '“”'), nested()).map(([[a, b], inner]) => `so ${a}${inner}${b} so`),
)
test.prop([nested(6), fc.nat(200)])('what is balanced is no alarm, and without one of its marks it is one', (text, at) => {
  const rules = [unbalancedBracket, unbalancedQuote]
  const find = (words: string) => rules.flatMap((rule) => hitsIn(rule, 'en', words.replaceAll('[', '\\[')))
  expect(find(text)).toEqual([])
  const marks = [...text.matchAll(/[()[\]“”]/g)].map(({ index }) => index)
  const gone = marks[at % Math.max(1, marks.length)]
  if (gone !== undefined) expect(find(text.slice(0, gone) + text.slice(gone + 1))).toHaveLength(1)
})
