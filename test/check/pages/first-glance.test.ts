import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { FirstGlance } from '../../../pipeline/check/pages/first-glance.ts'
import { foreignRuns, scriptsOf } from '../../../pipeline/check/pages/scripts.ts'
import { codesOf } from '../../../pipeline/check/pages/text-codes.ts'

const common = new Set(['the', 'of', 'and'])
const strange = new Set(['il', 'della', 'più', 'von', 'море'])
const words = { common, strange, gap: 20, strangers: 3 }

/** The same, word by word. */
function slowGlance(text: string) {
  const parts = text.split(' ')
  let [at, last, hasGap] = [0, 0, false]
  for (const [index, word] of parts.entries()) {
    const end = at + word.length
    if (index > 0 && index < parts.length - 1 && common.has(word)) {
      hasGap ||= end + 1 - last > words.gap
      last = end
    }
    at = end + 1
  }
  return {
    foreignLetters: foreignRuns(text, english).length > 0,
    foreignWords: (hasGap || text.length - last > words.gap) && parts.filter((word) => strange.has(word)).length >= words.strangers,
  }
}

const english = scriptsOf('en') ?? { bits: 0 }
const glance = new FirstGlance(english, words)
const text = fc
  .array(fc.oneof(fc.constantFrom(...common, ...strange, 'th', 'then', '', '海', 'x y'), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(' '))

property.prop([text, fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 })])(
  'a glance sees what reading word by word finds, wherever the text stands',
  (one, before, behind) => {
    const codes = codesOf(before + one + behind)
    expect(glance.of(codes, before.length, before.length + one.length)).toEqual(slowGlance(one))
  },
)

test('a language whose script and words nobody knows has nothing foreign in it', () => {
  const codes = codesOf('il della più von il della 海海海')
  expect(new FirstGlance(null, null).of(codes, 0, codes.length)).toEqual({ foreignLetters: false, foreignWords: false })
})

test.each([
  ['il della più and some more words again', true],
  ['il della and more than enough words of nobody', false],
  ['il of della and più the von', false],
])('%s', (one, foreignWords) => {
  expect(glance.of(codesOf(one), 0, one.length).foreignWords).toBe(foreignWords)
})
