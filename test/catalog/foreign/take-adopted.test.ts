import { expect, test } from 'vitest'
import type { AdoptedText } from '../../../pipeline/catalog/foreign/adopt.ts'
import { takeAdopted } from '../../../pipeline/catalog/foreign/take-adopted.ts'
import { syncCatalog } from '../../../pipeline/catalog/sync-catalog.ts'
import type { Unit } from '../../../pipeline/model/article.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { catalog, message, unitsOf } from '../sample.ts'

const units = unitsOf('title: One', 'One', 'Two')
const synced = syncCatalog({
  units,
  catalog: catalog(message('One', 'Uno', { context: 'title' }), message('Two', 'Due')),
  locale: 'it' as Locale,
})

function take(...given: readonly (readonly [unit: number, text: string, doubt: string | null])[]) {
  const texts = given.map(([at, text, doubt]): AdoptedText => ({ unit: units[at] as Unit, text, doubt, from: 'it.po:1', texts: [] }))
  const { catalog: after, fates } = takeAdopted(synced, texts)
  return { fates, messages: after.messages.map(({ strings, comments }) => [...strings, ...comments]) }
}

test('an unsure text for a message that has words is kept out, even as a comment; a sure one is a comment', () => {
  expect(take([0, 'Il primo', 'split'], [1, 'Uno!', 'split'], [2, 'Il secondo', null])).toEqual({
    fates: ['kept', 'fuzzy', 'kept'],
    messages: [['Uno'], ['Uno!', ' Imported from it.po:1, unsure: split'], ['Due', ' Imported from it.po:1, not used:', ' Il secondo']],
  })
})

test('the words that are there are known, sure or not', () => {
  expect(take([0, 'Uno', 'split'], [1, 'Uno', null], [2, 'Due', null])).toEqual({
    fates: ['known', 'translated', 'known'],
    messages: [['Uno'], ['Uno'], ['Due']],
  })
})
