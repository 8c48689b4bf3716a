import { fc, test as law } from '@fast-check/vitest'
import { expect, test, vi } from 'vitest'
import { readTmx } from '../../../pipeline/catalog/exchange/read-tmx.ts'
import { readXliff } from '../../../pipeline/catalog/exchange/read-xliff.ts'
import { takeUnits } from '../../../pipeline/catalog/exchange/take-units.ts'
import { unfit, writeTmx } from '../../../pipeline/catalog/exchange/write-tmx.ts'
import { isCurrent } from '../../../pipeline/catalog/message-state.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { article, edit, edited } from '../edit-script.ts'
import { anyCatalog } from '../po-files.ts'
import { catalogOf, unitsOf } from '../sample.ts'
import { translated, work } from '../translator.ts'
import { synced, unitsIn, xliffOf } from './units.ts'

/** A larger number at night: `RUNS=10000`. */
const numRuns = Number(process.env['RUNS'] ?? 100)
vi.setConfig({ testTimeout: 30_000 + numRuns * 30 })

const en = 'en' as Locale
const it = 'it' as Locale
const tmxOf = (catalog: ReturnType<typeof catalogOf>) =>
  writeTmx({ editions: [{ catalog, original: 'articles/talks.md', source: en }], source: en, target: it })

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\n', '\r', '\t', '&', '<', '>', '"', "'", ']]>', '&amp;', '<!--', '\u0001', '\u001f', '\u007f', '\u0085'),
    fc.constantFrom(
      '\ufffe',
      '\uffff',
      '\u2028',
      'é',
      'سلام',
      '语',
      '\u{1F600}',
      '\u{10FFFF}',
      '\ufeff',
      '<?x ?>',
      '<![CDATA[',
      '&#1;',
      '%',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }).filter((text) => text !== '\0' && text.isWellFormed()),
  ),
})

const paragraphs = fc.uniqueArray(
  anyText.filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 6 },
)

law.prop([paragraphs, fc.array(anyText, { maxLength: 6 })], { numRuns })(
  'random translations come back from XLIFF as they were',
  (paragraphs, words) => {
    const { messages, ...rest } = synced(paragraphs, null)
    const finished = messages.map((message, at) => ({ ...message, strings: [words[at] ?? ''] }))
    const file = xliffOf({ ...rest, messages: finished })
    const delivered = unitsIn(readXliff(file))
    expect(delivered.map(({ source, target }) => [source, target])).toEqual(
      finished.map(({ id, strings }) => [id, strings[0]?.trim() === '' ? '' : strings[0]]),
    )
    const { catalog, left } = takeUnits({ units: unitsOf(...paragraphs), catalog: { messages, ...rest }, delivered })
    const wanted = finished.map((message) => (isCurrent(message) ? message : { ...message, strings: [''] }))
    expect([writeCatalog(catalog), left]).toEqual([writeCatalog({ ...rest, messages: wanted }), []])
  },
)

law.prop([anyCatalog], { numRuns })('what comes back unchanged changes no byte, whatever the catalog holds', (any) => {
  const { catalog, left } = takeUnits({ units: [], catalog: any, delivered: unitsIn(readXliff(xliffOf(any))) })
  expect(catalog).toBe(any)
  expect(left).toEqual([])
  const again = takeUnits({ units: [], catalog: any, delivered: unitsIn(readTmx(tmxOf(any))) })
  expect(again.catalog).toBe(any)
  expect(again.left).toEqual([])
})

const scripts = fc.tuple(article, work, fc.array(edit, { maxLength: 4 }), work)

law.prop([scripts], { numRuns })(
  'a file of an older article changes nothing that the catalog has already',
  ([before, first, edits, later]) => {
    const exported = translated(synced(before, null), first)
    const after = edits.reduce(edited, before)
    const catalog = synced(after, translated(synced(after, exported), later))
    const taken = takeUnits({ units: unitsOf(...after), catalog, delivered: unitsIn(readXliff(xliffOf(exported))) })
    for (const [at, message] of catalog.messages.entries()) {
      const result = taken.catalog.messages[at]
      if (isCurrent(message) && !message.obsolete) expect(result).toMatchObject({ strings: message.strings, flags: message.flags })
    }
  },
)

law.prop([scripts], { numRuns })('no delivered word is lost, and none is current for another text', ([before, first, edits, later]) => {
  const exported = synced(before, null)
  const delivered = unitsIn(readXliff(xliffOf(translated(exported, first))))
  const after = edits.reduce(edited, before)
  const catalog = synced(after, translated(synced(after, null), later))
  const taken = takeUnits({ units: unitsOf(...after), catalog, delivered })
  const kept = taken.catalog.messages.flatMap(({ strings, comments }) => [...strings, ...comments])
  const left = taken.left.map(({ unit }) => unit.target)
  for (const { target } of delivered) expect([...kept, ...left].some((text) => text.includes(target))).toBe(true)
  for (const message of taken.catalog.messages.filter(isCurrent)) {
    const words = message.strings[0] ?? ''
    const own = [
      ...delivered.map(({ source, target }) => [source, target]),
      ...catalog.messages.filter(isCurrent).map(({ id, strings }) => [id, strings[0]]),
    ]
    expect(own).toContainEqual([message.id, words])
  }
})

test('TMX holds what is current, and says what it cannot', () => {
  const catalog = catalogOf(
    'msgctxt "title"\nmsgid "T"\nmsgstr "Ti"\n\nmsgid "a & <b>\\n"\nmsgstr "سلام \u{1F600}"\n\n#, fuzzy\nmsgid "f"\nmsgstr "F"\n\nmsgid "m"\nmsgstr ""\n\nmsgid "c\\a"\nmsgstr "C"\n\n#~ msgid "o"\n#~ msgstr "O"\n',
  )
  expect(unfit(catalog).map(({ id }) => id)).toEqual(['c\u0007'])
  const units = unitsIn(readTmx(tmxOf(catalog)))
  expect(units.map(({ context, source, target, state }) => [context, source, target, state])).toEqual([
    ['title', 'T', 'Ti', 'finished'],
    [null, 'a & <b>\n', 'سلام \u{1F600}', 'finished'],
  ])
})
