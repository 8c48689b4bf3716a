import { fc, test as law } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { keepLeft, type LeftText } from '../../../pipeline/catalog/foreign/keep-left.ts'
import { syncCatalog } from '../../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import type { Message } from '../../../pipeline/model/catalog.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { catalog, message, unitsOf } from '../sample.ts'

const gone: LeftText = { source: 'A text\nof last year', target: 'Ein Text\nvon gestern', comments: [' Ada: short'] }

function keptBeside(...messages: Message[]) {
  const before = catalog(...messages)
  const { catalog: after, kept } = keepLeft(before, [gone])
  return { isSame: after === before, added: after.messages.slice(messages.length), kept: kept.length }
}

test('a translation of a text that is gone is an obsolete message, on one line, with its translators’ comments', () => {
  expect(keptBeside(message('Another', 'Ein anderer'))).toMatchObject({
    isSame: false,
    added: [{ id: 'A text of last year', strings: ['Ein Text von gestern'], comments: [' Ada: short'], flags: [], obsolete: true }],
    kept: 1,
  })
})

const previous = { context: null, id: 'A text of last year', idPlural: null }
test.each<[what: string, there: Message, kept: number]>([
  ['there already, obsolete', message('A text of last year', 'Ein Text von gestern', { obsolete: true }), 1],
  ['there already, for a near text', message('A text of this year', 'Ein Text von gestern', { flags: ['fuzzy'], previous }), 1],
  ['there for a title of the same words', message('A text of last year', 'Ein Text von gestern', { context: 'title' }), 1],
  ['another translation of a text that has one', message('A text of last year', 'Ein anderer'), 0],
])('one that is %s is not kept again', (_, there, kept) => {
  expect(keptBeside(there)).toEqual({ isSame: true, added: [], kept })
})

test('of two translations of one text the first is kept', () => {
  const { catalog: after, kept } = keepLeft(catalog(), [gone, { ...gone, target: 'Noch einer' }, gone])
  expect(after.messages.map(({ strings }) => strings)).toEqual([['Ein Text von gestern']])
  expect(kept).toHaveLength(2)
})

const words = fc
  .array(fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '))
const lefts = fc.array(fc.record({ source: words, target: words, comments: fc.constant([]) }), { maxLength: 8 })

law.prop([fc.array(words, { maxLength: 6 }), lefts])(
  'kept twice and synced, a catalog is what it was after the first time',
  (texts, left) => {
    const units = unitsOf(...texts)
    const synced = (before: ReturnType<typeof catalog> | null) => syncCatalog({ units, catalog: before, locale: 'de' as Locale })
    const once = synced(keepLeft(synced(null), left).catalog)
    expect(keepLeft(once, left).catalog).toBe(once)
    expect(writeCatalog(synced(once))).toBe(writeCatalog(once))
    const keys = once.messages.map(({ context, id }) => `${context} ${id}`)
    expect(new Set(keys).size).toBe(keys.length)
  },
)
