import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { oneEdit } from '../../../pipeline/check/spelling/one-edit.ts'
import { alphabetOf, oneEditAway } from '../../../pipeline/read/dictionary/one-edit-away.ts'

const word = fc.array(fc.constantFrom('a', 'b', 'é', 'ж'), { minLength: 2, maxLength: 6 }).map((letters) => letters.join(''))

test.prop([word, word])('what is one edit away by the one is among the words that the other makes', (typed, meant) => {
  const made = oneEditAway(typed, alphabetOf(['a', 'b', 'é', 'ж']))
  const isNear = oneEdit(typed, meant) !== null && (meant.length >= typed.length || typed.length > 2)
  expect(made.includes(meant)).toBe(isNear)
})

test('a capital stays at the beginning', () => {
  expect(oneEditAway('Teh', alphabetOf(['h']))).toContain('The')
  expect(oneEditAway('Ehte', alphabetOf(['t']))).toContain('Hete')
  expect(oneEditAway('He', alphabetOf(['t']))).toContain('The')
  expect(oneEditAway('Tthe', alphabetOf([]))).toContain('The')
})
