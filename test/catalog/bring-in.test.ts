import { expect, test } from 'vitest'
import { bringIn, type ImportedText } from '../../pipeline/catalog/bring-in.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { catalog, catalogOf, message, unitsOf } from './sample.ts'

const units = unitsOf('One.', 'Two.', 'Two.')

function texts(...given: readonly (readonly [text: string, doubt: string | null])[]): ImportedText[] {
  return given.map(([text, doubt], at) => ({ unit: units[at] as ImportedText['unit'], text, doubt, from: `it.html:${at + 1}` }))
}

function synced(before: Catalog | null): Catalog {
  return syncCatalog({ units, catalog: before, locale: 'it' as Locale })
}

function written(after: Catalog): string {
  return writeCatalog({ ...after, headers: [] }).replaceAll('#. paragraph\n', '')
}

test('a sure text is a translation, an unsure one is fuzzy and says where it comes from', () => {
  const { catalog: after, fates } = bringIn(synced(null), texts(['Uno.', null], ['Due.', 'split']))
  expect(fates).toEqual(['translated', 'fuzzy'])
  expect(written(after)).toBe(
    'msgid "One."\nmsgstr "Uno."\n\n# Imported from it.html:2, unsure: split\n#, fuzzy\nmsgid "Two."\nmsgstr "Due."\n',
  )
})

test('words that are there stay, and another text becomes a comment, once', () => {
  const before = synced(catalog(message('One.', 'Il primo.'), message('Two.', 'Il\nsecondo.', { flags: ['fuzzy'] })))
  const given = texts(['Uno.', null], ['Due\\\nrighe.', null])
  const { catalog: after, fates } = bringIn(before, given)
  expect(fates).toEqual(['kept', 'kept'])
  expect(after.messages.map(({ strings, flags }) => [strings, flags])).toEqual([
    [['Il primo.'], []],
    [['Il\nsecondo.'], ['fuzzy']],
  ])
  expect(after.messages.map(({ comments }) => comments)).toEqual([
    [' Imported from it.html:1, not used:', ' Uno.'],
    [' Imported from it.html:2, not used:', ' Due\\', ' righe.'],
  ])
  expect(bringIn(after, given).catalog).toEqual(after)
})

test('a text that differs from what is there in line breaks alone is known', () => {
  const before = synced(catalog(message('One.', 'Il primo.'), message('Two.', 'Il\nsecondo in linea.')))
  const { catalog: after, fates } = bringIn(
    before,
    texts([' Il  primo. ', null], ['Il secondo\\\nin linea.', null], ['Ilsecondo inlinea.', null]),
  )
  expect(fates).toEqual(['known', 'known', 'kept'])
  expect(after.messages.map(({ comments }) => comments)).toEqual([[], [' Imported from it.html:3, not used:', ' Ilsecondo inlinea.']])
})

test('a text is noted beside other remarks, even those that share a line with it', () => {
  const comments = [' Ask Ada.', ' Due', ' tre.']
  const before = synced(catalog(message('One.', 'Uno.', { comments })))
  const { catalog: after } = bringIn(before, texts(['Due\nquattro.', null]))
  expect(after.messages[0]?.comments).toEqual([...comments, ' Imported from it.html:1, not used:', ' Due', ' quattro.'])
})

test('a doubt about no words goes with them; what else a flag says stays', () => {
  const flags = ['fuzzy', 'ignore-doubled-word']
  const before = synced(catalog(message('One.', '', { flags }), message('Two.', '', { flags })))
  const { catalog: after } = bringIn(before, texts(['Uno.', null], ['Due.', 'split']))
  expect(after.messages.map((each) => each.flags)).toEqual([['ignore-doubled-word'], flags])
})

test('sure words take the place of what the memory suggested, which stays as a comment, for somebody may have gone on with it', () => {
  const suggested = message('One.', 'Uno?', { flags: ['fuzzy'], extracted: [' paragraph', ' From 2026/talks'] })
  const { catalog: after, fates } = bringIn(synced(catalog(suggested)), texts(['Uno.', null]))
  expect(fates).toEqual(['translated'])
  expect(after.messages[0]).toMatchObject({
    strings: ['Uno.'],
    flags: [],
    extracted: [' paragraph'],
    comments: [' Suggested before:', ' Uno?'],
  })
  expect(bringIn(synced(catalog(suggested)), texts(['Uno?', null])).catalog.messages[0]).toMatchObject({
    strings: ['Uno?'],
    flags: [],
    comments: [],
  })
  expect(bringIn(synced(catalog(suggested)), texts(['Uno.', 'split'])).fates).toEqual(['kept'])
  const begun = message('One.', 'Uno, ma…', { flags: ['fuzzy'], previous: { context: null, id: 'Only one.', idPlural: null } })
  expect(bringIn(synced(catalog(begun)), texts(['Uno.', null])).fates).toEqual(['kept'])
})

test('bringing in twice changes nothing, also after the file was read and synced again', () => {
  const given = texts(['Uno.', null], ['Due.', 'moved'], ['Due.', null])
  const once = bringIn(synced(null), given).catalog
  const again = bringIn(synced(catalogOf(writeCatalog(once))), given)
  expect(again.fates).toEqual(['known', 'known', 'known'])
  expect(writeCatalog(again.catalog)).toBe(writeCatalog(once))
})

test('a repeated text has the translation of its first occurrence, or its own message', () => {
  const shared = bringIn(synced(null), texts(['Uno.', null], ['Due.', null], ['Il due.', null]))
  expect(shared.fates).toEqual(['translated', 'translated', 'kept'])
  const own = bringIn(synced(catalog(message('Two.', '', { context: '2' }))), texts(['Uno.', null], ['Due.', null], ['Il due.', null]))
  expect(own.fates).toEqual(['translated', 'translated', 'translated'])
})

test('the words of a text that has changed since say what they translate', () => {
  const [one, two] = texts(['Uno.', 'outdated'], ['Due.', 'split'])
  const { catalog: after } = bringIn(synced(null), [{ ...(one as ImportedText), previous: 'One, once.' }, two as ImportedText])
  expect(after.messages.map(({ previous }) => previous)).toEqual([{ context: null, id: 'One, once.', idPlural: null }, null])
})

test('the words of an unsure text are never current', () => {
  const { catalog: after } = bringIn(synced(null), texts(['Uno.', 'other numbers']))
  expect(written(synced(after))).toContain('# Imported from it.html:1, unsure: other numbers\n#, fuzzy\nmsgid "One."')
})
