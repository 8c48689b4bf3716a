import { gunzipSync, gzipSync } from 'node:zlib'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Articles } from '../model/manifest.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import type { Shard } from './manifest-shard.ts'

/** The records of a manifest's articles, one a line; null where there are none. */
export function articlesShard(articles: Articles): Shard | null {
  if (articles.size === 0) return null
  const lines = [...articles.values()].map((record) => `${JSON.stringify(record)}\n`).join('')
  const content = digest(lines)
  return {
    name: { key: `_colophon/manifests/${content}.jsonl.gz` as Key, digest: content, entries: articles.size },
    body: () => gzipSync(lines, { level: 3 }),
  }
}

/** @throws {Failure} `manifest-corrupt` */
export function readArticles(body: Uint8Array, name: ShardName, store: string): Articles {
  const lines = unpack(body)
  if (lines === null || digest(lines) !== name.digest) throw manifestCorrupt(name.key, store)
  const records = lines
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ArticleRecord)
  return new Map(records.map((record) => [record.article, record]))
}

/** Bytes of text: more is damage, or somebody's trap. */
const largest = 1024 ** 3

function unpack(body: Uint8Array): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largest })
  } catch {
    return null
  }
}
