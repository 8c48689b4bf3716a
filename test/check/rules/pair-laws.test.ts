import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import type { PairRule } from '../../../pipeline/check/rule.ts'
import { rules } from '../../../pipeline/check/rules/rules.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'

const pairRules = rules.filter((rule): rule is PairRule => rule.kind === 'pair')
const knows = { source: noKnowledge, translation: noKnowledge }
const locales = ['en', 'it', 'fr', 'de', 'ru', 'ar', 'he', 'fa', 'zh', 'ja', 'tr', 'hu', 'el', 'hy', 'th', 'sr-Latn', 'qaa']
const locale = fc.constantFrom(...locales) as fc.Arbitrary<Locale>
const piece = fc.oneof(
  fc.constantFrom(
    'on 25 July',
    '5 km/h',
    '€5',
    'not',
    '“',
    '”',
    '«',
    '**',
    '*',
    '_',
    '`',
    '[a](b.md)',
    '[^1]',
    '@ada',
    '#Tag',
    '.',
    '?',
    '؟',
  ),
  fc.constantFrom(
    ' ',
    '\n',
    '\u00A0',
    '\u200F',
    '😀',
    '\uD800',
    '\\',
    '&#8217;',
    '<b>',
    '</b>',
    '# ',
    '> ',
    'Abbas Araghchi',
    'OpenAI',
    '12,5 %',
    '1 234',
  ),
  fc.constantFrom(
    'не',
    '不',
    'ない',
    'ليس',
    'ירושלים',
    'July 2025',
    'понедельник',
    '7月25日',
    'x'.repeat(70),
    'the quick brown fox jumps over the lazy dog',
  ),
)
const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(' '))

describe.each(pairRules.map((rule) => ({ name: rule.name, rule })))('$name', ({ rule }) => {
  test.prop([text, text, locale, locale])('points into the translation, whatever is compared', (source, translation, from, to) => {
    const hits = rule.check(passageOf(source, from, 'markdown'), passageOf(translation, to, 'markdown'), {}, knows)
    for (const { range } of hits) {
      if (range === null) continue
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeGreaterThan(range.start)
      expect(range.end).toBeLessThanOrEqual(translation.length)
    }
  })

  // These judge the translation alone.
  if (!['dropped-html', 'unsafe-link', 'wrong-script'].includes(rule.name)) {
    test.prop([text, locale])('finds nothing between a text and itself', (same, tag) => {
      const passage = passageOf(same, tag, 'markdown')
      const messages = rule.check(passage, passage, {}, knows).map(({ message }) => message)
      // An ending in another script's marks is wrong on both sides.
      expect(messages.filter((message) => !/at the end, expected `[^`]*`$/.test(message))).toEqual([])
    })
  }
})
