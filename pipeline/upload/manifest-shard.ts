import { gzipSync } from 'node:zlib'
import { type Key, type ObjectHeaders, sameHeaders } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Entry } from '../model/manifest.ts'
import { type Layout, layoutOf, shardOf } from './manifest-layout.ts'
import type { ShardName } from './manifest-root.ts'
import { packHex } from './pack-hex.ts'
import { type Columns, contentOf, indexColumn, lengths } from './shard-columns.ts'
import { joinParts } from './shard-parts.ts'

export interface Shard {
  readonly name: ShardName
  /** Compresses when called: most shards are there already. */
  readonly body: () => Uint8Array
}

/** @param layout that of the published manifest, where only some of its shards are at hand */
export function shardsOf(entries: Iterable<Entry>, layout: Layout = layoutOf(entries)): ReadonlyMap<string, Shard> {
  const groups = Map.groupBy(entries, ({ key }) => shardOf(key, layout))
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, group]) => [name, shard(group)]))
}

function shard(entries: readonly Entry[]): Shard {
  const cards = entries.map(({ card }) => (card === null ? '' : JSON.stringify(card))).join('\n')
  const digests = packHex(
    entries.map((entry) => entry.digest),
    lengths.digest,
  )
  const inputs = packHex(
    entries.map((entry) => entry.inputs),
    lengths.inputs,
  )
  const etags = packHex(
    entries.map(({ etag }) => /^"([0-9a-f]{32})"$/.exec(etag)?.[1] ?? etag),
    lengths.etag,
  )
  const headers = numbered(entries.map((entry) => entry.headers))
  const kinds = [...new Set(entries.map(({ kind }) => kind))]
  const columns: Columns = {
    headers: headers.kinds,
    keys: entries.map(({ key }) => key).join('\n'),
    kinds,
    kind: indexColumn(entries.map(({ kind }) => kinds.indexOf(kind))),
    header: indexColumn(headers.of),
    size: entries.map(({ size }) => size),
    oddDigest: digests.odd,
    oddInputs: inputs.odd,
    oddEtag: etags.odd,
    moved: Object.fromEntries(entries.flatMap(({ moved }, index) => (moved === undefined ? [] : [[index, moved]]))),
    cards: digest(cards),
  }
  const text = JSON.stringify(columns)
  const raw = Buffer.concat([digests.bytes, inputs.bytes, etags.bytes])
  const content = contentOf(text, raw)
  return {
    name: { key: `_colophon/manifests/${content}.shard` as Key, digest: content, entries: entries.length },
    body: () => joinParts([gzipSync(text, { level }), raw, gzipSync(cards, { level })]),
  }
}

/** The few kinds of headers, and the number of each object's. */
function numbered(all: readonly ObjectHeaders[]): { readonly kinds: readonly ObjectHeaders[]; readonly of: readonly number[] } {
  const kinds: ObjectHeaders[] = []
  const known = new Map<ObjectHeaders, number>()
  const of = all.map((headers) => {
    const number = known.get(headers) ?? kinds.findIndex((other) => sameHeaders(other, headers))
    if (number < 0) kinds.push(headers)
    known.set(headers, number < 0 ? kinds.length - 1 : number)
    return number < 0 ? kinds.length - 1 : number
  })
  return { kinds, of }
}

/** Of gzip: twice as fast as the usual 6, for a twentieth more bytes. */
const level = 3
