import { describe, expect, test } from 'vitest'
import { Adoption } from '../../../pipeline/catalog/foreign/adoption.ts'
import { foreignTexts } from '../../../pipeline/catalog/foreign/foreign-text.ts'
import { giveMovedFits } from '../../../pipeline/catalog/foreign/moved-fits.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import { catalog, unitsOf } from '../sample.ts'
import { type Given, messagesOf } from './adopting.ts'

/** What the units of an article get of texts that stood elsewhere: their texts, what they translate, and why they are unsure. */
function moved(units: readonly string[], ...given: readonly Given[]) {
  const adoption = new Adoption(
    [{ id: 'page' as ArticleId, units: unitsOf(...units) }],
    foreignTexts(catalog(...messagesOf(given)), () => []),
  )
  giveMovedFits(adoption, 'de.po')
  expect(adoption.homeless()).toHaveLength(given.length - adoption.fits.size)
  return [...adoption.fits].map(([unit, { text, previous, doubt }]) => [unit.text, text, previous, doubt])
}

const [twelve, thirteen] = ['They published a list of 12 ships.', 'They published a list of 13 ships.']

describe('a text that was edited', () => {
  test('is unsure at the unit that it is most like', () => {
    expect(moved(['Quite another thing.', thirteen], [twelve, 'Eine Liste.'])).toEqual([
      [thirteen, 'Eine Liste.', twelve, 'another source'],
    ])
  })

  test('needs to be three quarters alike', () => {
    expect(moved(['They published nothing at all.'], [twelve, 'Eine Liste.'])).toEqual([])
  })

  test('goes to one unit, and a unit gets one text: the most like first', () => {
    const list = 'They published a list of 12 ships and boats.'
    expect(moved(['They published a list of 14 boats.', thirteen], [twelve, 'Eine Liste.'])).toEqual([
      [thirteen, 'Eine Liste.', twelve, 'another source'],
    ])
    for (const given of [
      [twelve, list],
      [list, twelve],
    ])
      expect(moved([thirteen], ...given.map((id): Given => [id, `de: ${id}`]))).toEqual([
        [thirteen, `de: ${twelve}`, twelve, 'another source'],
      ])
  })

  test('is found however it was wrapped', () => {
    expect(moved([thirteen], ['They published\na list of 12 ships.', 'Eine Liste.'])).toEqual([
      [thirteen, 'Eine Liste.', twelve, 'another source'],
    ])
  })
})

test('no texts, no fits', () => {
  expect(moved([thirteen])).toEqual([])
})
