import { gunzipSync, gzipSync } from 'node:zlib'
import { headerNames, type Key, type ObjectHeaders } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { parseKey } from '../model/key.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'

/** Bytes of JSON that one shard may hold: more is damage, or somebody's trap. */
const largest = 1024 ** 3

interface ShardJson {
  readonly headers: readonly ObjectHeaders[]
  readonly entries: readonly (Omit<Entry, 'headers'> & { readonly headers: number })[]
}

export interface Shard {
  readonly name: ShardName
  /** Compresses when called: most shards are there already. */
  readonly body: () => Uint8Array
}

/** One shard a locale that has editions, and `site` for the rest: a change in one language leaves the others alone. */
export function shardsOf({ entries }: Manifest): ReadonlyMap<string, Shard> {
  const locales = new Set<string>()
  for (const { card } of entries.values()) if (card !== null) locales.add(card.locale)
  const groups = Map.groupBy(entries.values(), ({ key }) => {
    const [first = ''] = key.split('/', 1)
    return locales.has(first) ? first : 'site'
  })
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, group]) => [name, shard(group)]))
}

/** @throws {Failure} `manifest-corrupt` */
export function readShard(body: Uint8Array, name: ShardName, store: string): Entry[] {
  const json = unpack(body)
  if (json === null || digest(json) !== name.digest) throw manifestCorrupt(name.key, store)
  const { headers, entries } = JSON.parse(json.toString('utf8')) as ShardJson
  return entries.map((entry) => {
    const shared = headers[entry.headers]
    if (shared === undefined || parseKey(entry.key) === null) throw manifestCorrupt(name.key, store)
    return { ...entry, headers: shared }
  })
}

function shard(entries: readonly Entry[]): Shard {
  const json = encode(entries)
  const content = digest(json)
  return { name: { key: `_colophon/manifests/${content}.json.gz` as Key, digest: content }, body: () => gzipSync(json) }
}

/** The few kinds of headers stand once. */
function encode(entries: readonly Entry[]): string {
  const headers = new Map<string, number>()
  const rows = entries.map((entry) => {
    const text = JSON.stringify(entry.headers, [...headerNames])
    const index = headers.get(text) ?? headers.size
    headers.set(text, index)
    return { ...entry, headers: index }
  })
  return `{"headers":[${[...headers.keys()].join(',')}],"entries":${JSON.stringify(rows)}}`
}

function unpack(body: Uint8Array): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largest })
  } catch {
    return null
  }
}
