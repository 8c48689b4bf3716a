import type { ArtifactKind, Key, ObjectHeaders } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import { parseKey } from '../model/key.ts'
import type { Entry } from '../model/manifest.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import { unpackHex } from './pack-hex.ts'
import { type Columns, contentOf, indexIn, lengths } from './shard-columns.ts'
import { splitParts } from './shard-parts.ts'
import { unpack } from './unpack.ts'

/**
 * Its entries, in the order in which they were given. What they say of themselves is taken out of the columns when it is asked for: of thousands of pages
 * mostly nobody asks.
 *
 * @throws {Failure} `manifest-corrupt`; so does the first `card`, where the cards are damaged
 */
export function readShard(body: Uint8Array, name: ShardName, store: string): Entry[] {
  const corrupt = (): never => {
    throw manifestCorrupt(name.key, store)
  }
  const [packed, raw, cards] = splitParts(body) ?? []
  const text = packed === undefined ? null : unpack(packed)
  if (text === null || raw === undefined || cards === undefined || contentOf(text, raw) !== name.digest) return corrupt()
  const columns = new ReadColumns(JSON.parse(text.toString('utf8')) as Columns, raw, cards, corrupt)
  return columns.keys.map((text, index) => new ShardEntry(knownKey(text) ?? corrupt(), columns, index))
}

/** The columns of a shard, of which each is unpacked when its first value is asked for. */
class ReadColumns {
  readonly keys: readonly string[]
  readonly moved: Columns['moved']
  readonly #columns: Columns
  readonly #raw: Uint8Array
  readonly #packedCards: Uint8Array
  readonly #corrupt: () => never
  #digests: readonly string[] | null = null
  #inputs: readonly string[] | null = null
  #etags: readonly string[] | null = null
  #cards: readonly string[] | null = null

  constructor(columns: Columns, raw: Uint8Array, cards: Uint8Array, corrupt: () => never) {
    this.#columns = columns
    this.#raw = raw
    this.#packedCards = cards
    this.#corrupt = corrupt
    const { size, keys, moved } = columns
    this.keys = size.length === 0 ? [] : keys.split('\n')
    this.moved = moved
    const { length } = this.keys
    const whole = [size, columns.kind, columns.header].every((column) => column.length === length)
    if (!whole || raw.length !== length * (lengths.digest + lengths.inputs + lengths.etag)) corrupt()
  }

  kind(index: number): ArtifactKind {
    return this.#columns.kinds[indexIn(this.#columns.kind, index)] ?? this.#corrupt()
  }

  headers(index: number): ObjectHeaders {
    return this.#columns.headers[indexIn(this.#columns.header, index)] ?? this.#corrupt()
  }

  size(index: number): number {
    return this.#columns.size[index] ?? this.#corrupt()
  }

  digest(index: number): Digest {
    this.#digests ??= this.#unpack(0, lengths.digest, this.#columns.oddDigest)
    return this.#digests[index] as Digest
  }

  inputs(index: number): Digest {
    this.#inputs ??= this.#unpack(lengths.digest, lengths.inputs, this.#columns.oddInputs)
    return this.#inputs[index] as Digest
  }

  etag(index: number): string {
    this.#etags ??= this.#unpack(lengths.digest + lengths.inputs, lengths.etag, this.#columns.oddEtag)
    const etag = this.#etags[index] ?? this.#corrupt()
    return etag.length === 2 * lengths.etag ? `"${etag}"` : etag
  }

  card(index: number): Card | null {
    this.#cards ??= cardLines(this.#packedCards, this.#columns.cards) ?? this.#corrupt()
    const line = this.#cards[index] ?? ''
    return line === '' ? null : (JSON.parse(line) as Card)
  }

  /** @param before bytes that columns before it have for each entry */
  #unpack(before: number, bytes: number, odd: Columns['oddDigest']): readonly string[] {
    const count = this.keys.length
    return unpackHex(this.#raw, { from: count * before, count, bytes, odd })
  }
}

class ShardEntry implements Entry {
  readonly key: Key
  readonly #columns: ReadColumns
  readonly #index: number

  constructor(key: Key, columns: ReadColumns, index: number) {
    this.key = key
    this.#columns = columns
    this.#index = index
  }

  get kind() {
    return this.#columns.kind(this.#index)
  }

  get digest() {
    return this.#columns.digest(this.#index)
  }

  get size() {
    return this.#columns.size(this.#index)
  }

  get headers() {
    return this.#columns.headers(this.#index)
  }

  get inputs() {
    return this.#columns.inputs(this.#index)
  }

  get etag() {
    return this.#columns.etag(this.#index)
  }

  /** Only pages have one: all others needn't have the cards unpacked to know. */
  get card() {
    return this.kind === 'page' ? this.#columns.card(this.#index) : null
  }

  get moved() {
    return this.#columns.moved[this.#index]
  }
}

function cardLines(packed: Uint8Array, expected: Digest): readonly string[] | null {
  const text = unpack(packed)
  return text === null || digest(text) !== expected ? null : text.toString('utf8').split('\n')
}

/** Most keys are plain; only the others need a closer look. */
function knownKey(key: string): Key | null {
  return key.length < 256 && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(key) ? (key as Key) : parseKey(key)
}
