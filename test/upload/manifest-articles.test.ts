import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type ArticleRecord, recordOf } from '../../pipeline/model/article-record.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Held } from '../../pipeline/model/edition.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import { articlesShard, readArticles, sameRecord, toldBy } from '../../pipeline/upload/manifest-articles.ts'
import { contentOf } from '../../pipeline/upload/shard-columns.ts'
import { joinParts, splitParts } from '../../pipeline/upload/shard-parts.ts'
import { key } from '../support/key.ts'
import { articleRecord, unpackedRecords } from '../support/staged.ts'

const plain = articleRecord('a')
const [edition] = plain.editions
if (edition === undefined) throw new TypeError('No edition')
const later = { ...edition, date: '2026-11-23T09:00:00.000Z', assets: [key('assets/a.1.css')], tags: ['storm'] }
const finding = {
  rule: 'lost-link',
  severity: 'error',
  file: 'articles/f.md',
  line: 1,
  column: 1,
  message: 'Lost.',
  expected: [],
} as unknown as Finding
const records = [
  plain,
  recordOf(articleRecord('b'), { inputs: null, editions: [edition, edition, later, later, edition] }),
  recordOf(articleRecord('c'), { editions: [later, edition] }),
  recordOf(articleRecord('d'), { editions: [] }),
  recordOf(articleRecord('e'), { date: edition.date, due: '2026-12-01T00:00:00.000Z', targets: ['articles/a.md'] }),
  recordOf(articleRecord('f'), {
    date: later.date,
    editions: [{ ...later, targets: ['articles/pier.jpg'], sound: '' as typeof later.sound }],
    errors: [finding, finding],
    held: [{ article: plain.article, locale: edition.locale, why: '1 missing' } as Held],
  }),
  recordOf(articleRecord('g'), { date: edition.date }),
]
const articles = new Map(records.map((record) => [record.article, record]))

function shard() {
  const made = articlesShard(articles)
  if (made === null) throw new TypeError('No shard')
  return made
}

test('records are read back as they were: dates, lists, what is to be read again', () => {
  const { name, body } = shard()
  expect(name).toEqual({ key: `_colophon/manifests/${name.digest}.articles`, digest: name.digest, entries: records.length })
  expect(unpackedRecords(readArticles(body(), name, 'memory'))).toEqual(articles)
})

test('what is asked of all articles is known of each as it was', () => {
  const { name, body } = shard()
  const asked = ({ article, inputs, date, due, reach, subjects }: ArticleRecord) => ({ article, inputs, date, due, reach, subjects })
  const read = [...readArticles(body(), name, 'memory').values()]
  expect(read.map(asked)).toEqual(records.map(asked))
  expect(read.map(toldBy)).toEqual(records.map(toldBy))
  expect(read.map(toldBy)).toEqual([0, 0, 0, 0, 0, 3, 0])
  expect(read.map((record) => [record.errors.length, record.held.length])).toEqual(
    records.map(({ errors, held }) => [errors.length, held.length]),
  )
})

test('what was read is written as it was, also beside what is new', () => {
  const { name, body } = shard()
  const read = readArticles(body(), name, 'memory')
  expect(articlesShard(read)?.name).toEqual(name)
  expect(articlesShard(read)?.body()).toEqual(body())
  expect(articlesShard(new Map([...read, [plain.article, plain]]))?.name).toEqual(name)
})

test('a record is the same as long as it says the same, read or not', () => {
  const { name, body } = shard()
  const read = readArticles(body(), name, 'memory')
  for (const one of records) {
    expect([sameRecord(one, one), sameRecord(one, read.get(one.article)), sameRecord(recordOf(one), one)]).toEqual([true, true, true])
    expect(sameRecord(one, undefined)).toBe(false)
  }
  const others: readonly Partial<ArticleRecord>[] = [
    ...[{ article: 'z' as ArticleRecord['article'] }, { date: '2026-01-01T00:00:00.000Z' }, { due: '2026-01-01T00:00:00.000Z' }],
    ...[{ inputs: null }, { links: digest('other') }, { targets: ['x'] }, { errors: [finding] }, { editions: [later] }],
  ]
  for (const other of others) expect([other, sameRecord(plain, recordOf(plain, other))]).toEqual([other, false])
})

test('where there are none, there is no shard', () => {
  expect(articlesShard(new Map())).toBeNull()
})

describe('damage is a failure', () => {
  const { name, body } = shard()
  const [text, raw] = splitParts(body()) ?? []
  if (text === undefined || raw === undefined) throw new TypeError('Not two parts')
  const corrupt = expect.objectContaining({ code: 'manifest-corrupt' })

  test.each<[string, readonly Uint8Array[]]>([
    ['no part', []],
    ['one part', [text]],
    ['records of another', [gzipSync('{"articles":[]}\n'), raw]],
    ['records that are no archive', [Buffer.from('x'), raw]],
    ['digests of another', [text, Buffer.alloc(raw.length)]],
  ])('%s', (_, parts) => {
    expect(() => readArticles(joinParts(parts), name, 'memory')).toThrow(corrupt)
  })

  test.each<[string, Buffer, Uint8Array]>([
    ['a line more', Buffer.concat([gunzipSync(text), Buffer.from('{}\n')]), raw],
    ['a digest more', gunzipSync(text), Buffer.concat([raw, Buffer.alloc(32)])],
  ])('%s, under a name that fits', (_, lines, digests) => {
    const named = { ...name, digest: contentOf(lines, digests) }
    expect(() => readArticles(joinParts([gzipSync(lines), digests]), named, 'memory')).toThrow(corrupt)
  })

  test('an edition that shares what is not there', () => {
    const lines = Buffer.from(gunzipSync(text).toString('utf8').replace(',0]]', ',9]]'))
    const read = readArticles(joinParts([gzipSync(lines), raw]), { ...name, digest: contentOf(lines, raw) }, 'memory')
    expect(() => read.get(plain.article)?.editions).toThrow(corrupt)
  })

  test('another shard than the one that was named', () => {
    expect(() => readArticles(body(), { ...name, digest: digest('another') }, 'memory')).toThrow(corrupt)
  })
})
