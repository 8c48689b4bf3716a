import { fc, test as law } from '@fast-check/vitest'
import { expect, vi } from 'vitest'
import { chooseSegment } from '../../../pipeline/catalog/memory/choose-segment.ts'
import { fillFromMemory, type Recall, withoutClose } from '../../../pipeline/catalog/memory/fill-from-memory.ts'
import { segmentsOf } from '../../../pipeline/catalog/memory/segment.ts'
import { translationMemory } from '../../../pipeline/catalog/memory/translation-memory.ts'
import { syncCatalog } from '../../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { catalogOf, unitsOf } from '../sample.ts'
import { translated, work } from '../translator.ts'

/** A larger number at night: `RUNS=10000`. */
const numRuns = Number(process.env['RUNS'] ?? 200)
vi.setConfig({ testTimeout: 30_000 + numRuns * 60 })

const ids = ['2026/a', '2026/b', '2026/c'] as ArticleId[]

/** Each article's PO file. */
type Files = ReadonlyMap<ArticleId, string>

/** Articles that share paragraphs, as agencies' reports do, and have near ones. */
const paragraph = fc.constantFrom(
  'The talks resume in Vienna on Monday.',
  'The talks resume in Vienna on Tuesday.',
  'The talks resume. Oil is cheap.',
  'Oil is cheap.',
  'Oil is cheap again.',
  'A minister resigned.',
)
const texts = fc.tuple(paragraph, fc.array(paragraph, { maxLength: 5 })).map(([title, body]) => [`title: ${title}`, ...body])
const site = fc.tuple(texts, texts, texts)
const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })

function recallIn(files: Files): Recall {
  const memory = translationMemory([...files].flatMap(([id, file]) => segmentsOf(catalogOf(file), id)))
  return {
    exact: ({ id, context }) => chooseSegment(memory.exact(id), context),
    close: ({ id, context }) =>
      memory.close(id).flatMap(({ segments, likeness }) => {
        const segment = chooseSegment(segments, context)
        return segment === null ? [] : [{ ...segment, likeness }]
      }),
  }
}

/** One article's sync, as a run of its own: the memory is that of the files as they lie. */
function synced(files: Files, at: number, articles: readonly (readonly string[])[], recall = recallIn(files)): Files {
  const id = ids[at] as ArticleId
  const file = files.get(id)
  const catalog = file === undefined ? null : withoutClose(catalogOf(file))
  const after = syncCatalog({ units: unitsOf(...(articles[at] ?? [])), catalog, locale: 'it' as Locale })
  return new Map([...files, [id, writeCatalog(fillFromMemory(after, recall))]])
}

const inOrder = (files: Files) => Object.fromEntries(ids.map((id) => [id, files.get(id)]))

law.prop([fc.array(fc.tuple(site, fc.tuple(work, work, work)), { minLength: 1, maxLength: 4 }), order, order], { numRuns })(
  'articles synced one at a time in any order, or all at once, twice or once, are the same bytes',
  (rounds, first, second) => {
    let files: Files = new Map()
    for (const [articles, works] of rounds) {
      const one = first.reduce((before, at) => synced(before, at, articles), files)
      const other = second.reduce((before, at) => synced(before, at, articles), files)
      const recall = recallIn(files)
      const atOnce = [0, 1, 2].reduce((before, at) => synced(before, at, articles, recall), files)
      const twice = second.reduce((before, at) => synced(before, at, articles), one)
      expect(inOrder(other)).toEqual(inOrder(one))
      expect(inOrder(atOnce)).toEqual(inOrder(one))
      expect(inOrder(twice)).toEqual(inOrder(one))
      files = new Map(ids.map((id, at) => [id, writeCatalog(translated(catalogOf(one.get(id) ?? ''), works[at] ?? 'nothing'))]))
    }
  },
)
