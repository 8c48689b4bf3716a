import { fc, test as law } from '@fast-check/vitest'
import { expect } from 'vitest'
import { gapsBetween } from '../../pipeline/catalog/gaps.ts'
import { message } from './sample.ts'

/** Live messages, and for each unit the number of the one that it has: repeated texts share one, and those beyond the live ones are obsolete. */
const matched = fc.nat(7).chain((length) =>
  fc.record({
    length: fc.constant(length),
    numbers: fc
      .array(fc.nat(length + 1), { maxLength: 8 })
      .chain((numbers) => fc.tuple(...numbers.map((number) => fc.oneof({ weight: 4, arbitrary: fc.constant(number) }, fc.constant(null))))),
  }),
)

/** Of the longest run of numbers that grow. */
function longest(numbers: readonly number[], least = -1): number {
  return numbers.reduce((most, number, at) => (number > least ? Math.max(most, 1 + longest(numbers.slice(at + 1), number)) : most), 0)
}

law.prop([matched])('a gap ends at each of the longest run of units whose messages stand in the same order', ({ length, numbers }) => {
  const messages = Array.from({ length: length + 2 }, (_, at) => message(String(at), 'x'))
  const live = messages.slice(0, length)
  const units = numbers.map((number) => (number === null ? null : (messages[number] ?? null)))
  // One more on both sides shows where the last gap begins.
  const last = message('last', 'x')
  const { ofUnit, ofMessage } = gapsBetween([...units, null], [...live, last])

  const anchors = units.flatMap((own, at) => (ofUnit[at] === ofUnit[at + 1] ? [] : [{ at, own }]))
  const inFile = [...live, last].filter((own, at, all) => at < length && ofMessage.get(own) !== ofMessage.get(all[at + 1] ?? own))
  expect(anchors.map(({ own }) => own)).toEqual(inFile)
  expect(anchors).toHaveLength(longest(numbers.filter((number) => number !== null && number < length).map(Number)))
  expect(ofUnit).toEqual([...units, null].map((_, at) => anchors.filter((anchor) => anchor.at < at).length))
  expect(anchors.map(({ at }) => ofUnit[at])).toEqual(inFile.map((own) => ofMessage.get(own)))
})
