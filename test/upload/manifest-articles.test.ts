import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { recordOf } from '../../pipeline/model/article-record.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { articlesShard, readArticles } from '../../pipeline/upload/manifest-articles.ts'
import { joinParts, splitParts } from '../../pipeline/upload/shard-parts.ts'
import { key } from '../support/key.ts'
import { articleRecord, unpackedRecords } from '../support/staged.ts'

const plain = articleRecord('a')
const [edition] = plain.editions
if (edition === undefined) throw new TypeError('No edition')
const later = { ...edition, date: '2026-11-23T09:00:00.000Z', assets: [key('assets/a.1.css')], tags: ['storm'] }
const records = [
  plain,
  recordOf(articleRecord('b'), { inputs: null, editions: [edition, edition, later, later, edition] }),
  recordOf(articleRecord('c'), { editions: [later, edition] }),
  recordOf(articleRecord('d'), { editions: [] }),
]
const articles = new Map(records.map((record) => [record.article, record]))

function shard() {
  const made = articlesShard(articles)
  if (made === null) throw new TypeError('No shard')
  return made
}

test('records are read back as they were: dates, lists, what is to be read again', () => {
  const { name, body } = shard()
  expect(name).toEqual({ key: `_colophon/manifests/${name.digest}.articles`, digest: name.digest, entries: 4 })
  expect(unpackedRecords(readArticles(body(), name, 'memory'))).toEqual(articles)
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
    ['records of another', [gzipSync('{"shared":[],"records":[],"odd":{}}'), raw]],
    ['records that are no archive', [Buffer.from('x'), raw]],
    ['digests of another', [text, Buffer.alloc(raw.length)]],
  ])('%s', (_, parts) => {
    expect(() => readArticles(joinParts(parts), name, 'memory')).toThrow(corrupt)
  })

  test('another shard than the one that was named', () => {
    expect(() => readArticles(body(), { ...name, digest: digest('another') }, 'memory')).toThrow(corrupt)
  })
})
