import { gzipSync } from 'node:zlib'
import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Key } from '../model/artifact.ts'
import type { Articles } from '../model/manifest.ts'
import { digestBytes, type Line, type PackedRecord, packRecord, unpackLine } from './article-line.ts'
import { type ArticleColumns, KeptRecord, type RecordColumns } from './kept-record.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import type { Shard } from './manifest-shard.ts'
import { contentOf } from './shard-columns.ts'
import { joinParts, splitParts } from './shard-parts.ts'
import { unpack } from './unpack.ts'

/** The records of a manifest's articles; null where there are none. */
export function articlesShard(articles: Articles): Shard | null {
  if (articles.size === 0) return null
  const records = [...articles.values()]
  const packed = records.map(packedRecord)
  const raw = Buffer.concat(packed.map(({ digests }) => digests))
  const text = Buffer.concat([Buffer.from(`${JSON.stringify(columnsOf(records, packed))}\n`), ...packed.map(({ line }) => line)])
  const content = contentOf(text, raw)
  return {
    name: { key: `_colophon/manifests/${content}.articles` as Key, digest: content, entries: articles.size },
    body: () => joinParts([gzipSync(text, { level: 1 }), raw]),
  }
}

/** Whether two records say the same: one may have been read from a manifest. */
export function sameRecord(one: ArticleRecord, other: ArticleRecord | undefined): boolean {
  if (other === undefined || one === other) return one === other
  const [mine, yours] = [packedRecord(one), packedRecord(other)]
  const same = one.article === other.article && one.date === other.date && one.due === other.due
  return same && mine.line.equals(yours.line) && mine.digests.equals(yours.digests)
}

/** What was read is written as it was: nothing of it need be unpacked. */
function packedRecord(record: ArticleRecord): PackedRecord {
  return record instanceof KeptRecord ? record.packed : packRecord(record)
}

/** What nearly every publish asks of all articles. */
function columnsOf(records: readonly ArticleRecord[], packed: readonly PackedRecord[]): RecordColumns {
  const tags = new Map<string, number>()
  const numberOf = (record: ArticleRecord): number => {
    if (record.subjects === null) return -1
    const text = JSON.stringify(record.subjects)
    const number = tags.get(text) ?? tags.size
    tags.set(text, number)
    return number
  }
  const sparse = <Value>(of: (record: ArticleRecord) => Value | null) =>
    Object.fromEntries(records.flatMap((record, index) => [of(record)].flatMap((value) => (value === null ? [] : [[index, value]]))))
  const subjects = records.map(numberOf)
  return {
    articles: records.map(({ article }) => article),
    dates: records.map(({ date }) => date),
    due: sparse(({ due }) => due),
    reach: records.map(({ reach }) => reach),
    told: sparse((record) => toldBy(record) || null),
    subjects,
    tags: [...tags.keys()].map((text) => JSON.parse(text) as string[]),
    lengths: packed.map(({ line }) => line.length),
    digests: packed.map(({ digests }) => digests.length / digestBytes),
  }
}

/** Errors and held editions that each publish tells. */
export function toldBy(record: ArticleRecord): number {
  return record instanceof KeptRecord ? record.told : record.errors.length + record.held.length
}

/** Each record is unpacked when something of it is asked for that few need. @throws {Failure} `manifest-corrupt` */
export function readArticles(body: Uint8Array, name: ShardName, store: string): Articles {
  const corrupt = (): never => {
    throw manifestCorrupt(name.key, store)
  }
  const [packed, raw] = splitParts(body) ?? []
  const text = packed === undefined ? null : unpack(packed)
  if (text === null || raw === undefined || contentOf(text, raw) !== name.digest) return corrupt()
  const end = text.indexOf('\n') + 1
  const columns: ArticleColumns = {
    ...(JSON.parse(text.toString('utf8', 0, end)) as RecordColumns),
    lineOf: (from, to) => text.subarray(end + from, end + to),
    digestsOf: (from, to) => Buffer.from(raw.buffer, raw.byteOffset + from * digestBytes, (to - from) * digestBytes),
    unpack: (packed): Line => unpackLine(packed) ?? corrupt(),
  }
  const found = new Map<ArticleId, ArticleRecord>()
  let [line, digests] = [0, 0]
  for (const [index, article] of columns.articles.entries()) {
    const [endOfLine, endOfDigests] = [line + (columns.lengths[index] ?? 0), digests + (columns.digests[index] ?? 0)]
    found.set(article, new KeptRecord(columns, index, { line: [line, endOfLine], digests: [digests, endOfDigests] }))
    line = endOfLine
    digests = endOfDigests
  }
  if (end + line !== text.length || digests * digestBytes !== raw.length) corrupt()
  return found
}
