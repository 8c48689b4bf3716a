import { fc, test as law } from '@fast-check/vitest'
import { expect, test, vi } from 'vitest'
import { align } from '../../../pipeline/catalog/align.ts'
import { fillFromMemory, type Recall, withoutClose } from '../../../pipeline/catalog/memory/fill-from-memory.ts'
import { segmentsOf } from '../../../pipeline/catalog/memory/segment.ts'
import { syncCatalog } from '../../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Catalog } from '../../../pipeline/model/catalog.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { article, type Edit, edit, edited } from '../edit-script.ts'
import { catalog, catalogOf, message, unitsOf } from '../sample.ts'
import { translated, type Work, work } from '../translator.ts'

const id = '2026/11/talks' as ArticleId

const sync = (texts: readonly string[], before: Catalog | null) =>
  syncCatalog({ units: unitsOf(...texts), catalog: before, locale: 'it' as Locale })

/** Knows every text that begins with T, and a near one for all else. */
const recall: Recall = {
  exact: ({ id: source, context }) => (source.startsWith('T') ? { source, target: `⟦${source}⟧`, context, article: id } : null),
  close: ({ context }) => [
    { source: 'A "near"\ntext', target: 'Testo \\ vicino', context, article: id, likeness: 0.849 },
    { source: 'A text', target: 'Testo', context, article: 'old news' as ArticleId, likeness: 0.6 },
  ],
}

const exactOnly: Recall = { ...recall, close: () => [] }

function linesOf(filled: Catalog): string {
  return writeCatalog({ ...filled, headers: [] })
}

test('an untranslated message is filled, fuzzy, and says from where', () => {
  expect(linesOf(fillFromMemory(sync(['Talks'], null), exactOnly))).toBe(
    ['#. paragraph', '#. From 2026/11/talks', '#, fuzzy', 'msgid "Talks"', 'msgstr "⟦Talks⟧"', ''].join('\n'),
  )
})

test('close ones are comments, each on a line of its own', () => {
  const filled = fillFromMemory(sync(['Oil'], null), recall)
  expect(linesOf(filled)).toBe(
    [
      '#. paragraph',
      '#. Close (84%, 2026/11/talks): "A \\"near\\"\\ntext" → "Testo \\\\ vicino"',
      '#. Close (60%, old news): "A text" → "Testo"',
      'msgid "Oil"',
      'msgstr ""',
      '',
    ].join('\n'),
  )
  expect(catalogOf(writeCatalog(filled)).messages[0]?.extracted).toEqual(filled.messages[0]?.extracted)
  expect(withoutClose(filled)).toEqual(sync(['Oil'], null))
})

test('others’ comments are no suggestions of ours', () => {
  const theirs = catalog(message('Oil', '', { extracted: [' Close to the harbour', ' From the desk'] }))
  expect(withoutClose(theirs)).toEqual(theirs)
})

test('a suggestion counts as missing, and is no source of suggestions', () => {
  const filled = fillFromMemory(sync(['Talks'], null), exactOnly)
  expect(align(unitsOf('Talks'), filled).map(({ kind }) => kind)).toEqual(['missing'])
  expect(segmentsOf(filled, id)).toEqual([])
})

test.each([
  ['a translation', message('Talks', 'Colloqui')],
  ['a doubtful one', message('Talks', 'Colloqui', { flags: ['fuzzy'] })],
  ['a changed suggestion', message('Talks', 'Altro', { flags: ['fuzzy'], extracted: [' paragraph', ' From 2026/11/talks'] })],
  ['an obsolete message', message('Talks', '', { obsolete: true })],
  ['a slug', message('Talks', '', { context: 'slug' })],
])('%s is left alone', (_what, one) => {
  expect(fillFromMemory(catalog(one), recall)).toEqual(catalog(one))
})

test('an emptied suggestion is given again, once, with all that a translator wrote beside it', () => {
  const emptied = message('Talks', '', {
    flags: ['fuzzy', 'no-wrap'],
    comments: [' Ask Ada'],
    extracted: [' paragraph', ' From 2025/old', ' From the desk'],
    previous: { context: null, id: 'Old talks', idPlural: null },
  })
  expect(fillFromMemory(catalog(emptied), recall).messages).toEqual([
    { ...emptied, strings: ['⟦Talks⟧'], extracted: [' paragraph', ' From the desk', ' From 2026/11/talks'], previous: null },
  ])
})

test('a memory learns what is current or was, but no slugs and no plurals', () => {
  const known = catalog(
    message('Live', 'viva'),
    message('Title', 'titolo', { context: 'title' }),
    message('Gone', 'passata', { obsolete: true }),
    message('Doubtful', 'dubbia', { flags: ['fuzzy'] }),
    message('Doubtful and gone', 'dubbia', { flags: ['fuzzy'], obsolete: true }),
    message('Empty', ' '),
    message('talks', 'colloqui', { context: 'slug' }),
    message('ship', 'nave', { idPlural: 'ships', strings: ['nave', 'navi'] }),
  )
  expect(segmentsOf(known, id)).toEqual([
    { source: 'Live', target: 'viva', context: null, article: id },
    { source: 'Title', target: 'titolo', context: 'title', article: id },
    { source: 'Gone', target: 'passata', context: null, article: id },
  ])
})

const rounds = fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), work), { minLength: 1, maxLength: 5 })

const numRuns = Number(process.env['RUNS'] ?? 300)
vi.setConfig({ testTimeout: 30_000 + numRuns * 30 })

/** As the command does it. */
const filledSync = (texts: readonly string[], before: Catalog | null) =>
  fillFromMemory(sync(texts, before === null ? null : withoutClose(before)), recall)

/** Through the file, as in life. */
const saved = (catalog: Catalog) => catalogOf(writeCatalog(catalog))

interface Round {
  readonly texts: readonly string[]
  readonly before: Catalog | null
}

function play(start: readonly string[], script: readonly (readonly [readonly Edit[], Work])[]): Round[] {
  let texts = start
  let file: Catalog | null = null
  return script.map(([edits, then]) => {
    texts = edits.reduce(edited, texts)
    const round = { texts, before: file }
    file = saved(translated(filledSync(texts, file), then))
    return round
  })
}

law.prop([article, rounds], { numRuns })('filled twice, a file is the same to the byte', (start, script) => {
  for (const { texts, before } of play(start, script)) {
    const filled = filledSync(texts, before)
    expect(writeCatalog(filledSync(texts, saved(filled)))).toBe(writeCatalog(filled))
  }
})

law.prop([article, rounds], { numRuns })('readers get the same words with a memory and without', (start, script) => {
  for (const { texts, before } of play(start, script)) {
    const shown = (catalog: Catalog) => align(unitsOf(...texts), catalog).map((match) => (match.kind === 'missing' ? null : match.text))
    expect(shown(filledSync(texts, before))).toEqual(shown(sync(texts, before)))
  }
})

law.prop([article, rounds], { numRuns })('what a file teaches is the same before and after a sync', (start, script) => {
  const taught = (catalog: Catalog) => new Set(segmentsOf(catalog, id).map((segment) => JSON.stringify(segment)))
  for (const { texts, before } of play(start, script)) {
    if (before !== null) expect(taught(filledSync(texts, before))).toEqual(taught(before))
  }
})
