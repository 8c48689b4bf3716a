import { gunzipSync, gzipSync } from 'node:zlib'
import { type ArtifactKind, type Key, type ObjectHeaders, sameHeaders } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import { parseKey } from '../model/key.ts'
import type { Entry } from '../model/manifest.ts'
import { type Layout, layoutOf, shardOf } from './manifest-layout.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import { packHex, unpackHex } from './pack-hex.ts'
import { joinParts, splitParts } from './shard-parts.ts'

export interface Shard {
  readonly name: ShardName
  /** Compresses when called: most shards are there already. */
  readonly body: () => Uint8Array
}

/** What a shard says of its entries, a column each, in one order; but for digests, which don't compress, and cards, which are seldom asked for. */
interface Columns {
  /** The few kinds of headers, once. */
  readonly headers: readonly ObjectHeaders[]
  /** One a line. */
  readonly keys: string
  readonly kinds: readonly ArtifactKind[]
  /** Of the kind and of the headers, as indexes. */
  readonly kind: readonly number[]
  readonly header: readonly number[]
  readonly size: readonly number[]
  /** What isn't of the usual length, by index. */
  readonly oddDigest: Readonly<Record<string, string>>
  readonly oddInputs: Readonly<Record<string, string>>
  readonly oddEtag: Readonly<Record<string, string>>
  readonly moved: Readonly<Record<string, Entry['moved']>>
  /** Of the cards, one a line, empty where there is none. */
  readonly cards: Digest
}

/** Bytes of SHA-256, and of MD5, which most ETags are. */
const lengths = { digest: 32, inputs: 32, etag: 16 }

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
    kind: entries.map(({ kind }) => kinds.indexOf(kind)),
    header: headers.of,
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

function contentOf(columns: string | Uint8Array, raw: Uint8Array): Digest {
  return digest(`${digest(columns)} ${digest(raw)}`)
}

/**
 * Its entries, in the order in which they were given. Cards are read when the first one is asked for.
 *
 * @throws {Failure} `manifest-corrupt`; so does the first `card`, where the cards are damaged
 */
export function readShard(body: Uint8Array, name: ShardName, store: string): Entry[] {
  const corrupt = (): never => {
    throw manifestCorrupt(name.key, store)
  }
  const [packed, raw, packedCards] = splitParts(body) ?? []
  const text = packed === undefined ? null : unpack(packed)
  if (text === null || raw === undefined || packedCards === undefined || contentOf(text, raw) !== name.digest) return corrupt()
  const columns = JSON.parse(text.toString('utf8')) as Columns
  const keys = columns.size.length === 0 ? [] : columns.keys.split('\n')
  const count = keys.length
  const digests = unpackHex(raw, { from: 0, count, bytes: lengths.digest, odd: columns.oddDigest })
  const inputs = unpackHex(raw, { from: count * lengths.digest, count, bytes: lengths.inputs, odd: columns.oddInputs })
  const from = count * (lengths.digest + lengths.inputs)
  const etags = unpackHex(raw, { from, count, bytes: lengths.etag, odd: columns.oddEtag })
  let cards: readonly string[] | null = null
  const cardOf = (index: number): Card | null => {
    cards ??= cardLines(packedCards, columns.cards) ?? corrupt()
    const line = cards[index] ?? ''
    return line === '' ? null : (JSON.parse(line) as Card)
  }
  return keys.map((text, index) => {
    const key = knownKey(text) ?? corrupt()
    const headers = columns.headers[columns.header[index] ?? -1] ?? corrupt()
    const kind = columns.kinds[columns.kind[index] ?? -1] ?? corrupt()
    const size = columns.size[index] ?? 0
    const [own, made, tag = ''] = [digests[index] as Digest, inputs[index] as Digest, etags[index]]
    const etag = tag.length === 2 * lengths.etag ? `"${tag}"` : tag
    const moved = columns.moved[index]
    if (kind !== 'page') return { key, kind, digest: own, size, headers, inputs: made, card: null, ...(moved && { moved }), etag }
    return {
      key,
      kind,
      digest: own,
      size,
      headers,
      inputs: made,
      etag,
      // An object for each of thousands of pages that mostly nobody asks about.
      get card() {
        return cardOf(index)
      },
    }
  })
}

function cardLines(packed: Uint8Array, expected: Digest): readonly string[] | null {
  const text = unpack(packed)
  return text === null || digest(text) !== expected ? null : text.toString('utf8').split('\n')
}

/** Most keys are plain; only the others need a closer look. */
function knownKey(key: string): Key | null {
  return key.length < 256 && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(key) ? (key as Key) : parseKey(key)
}

/** Bytes that one shard may hold: more is damage, or somebody's trap. */
const largest = 1024 ** 3

function unpack(body: Uint8Array): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largest })
  } catch {
    return null
  }
}
