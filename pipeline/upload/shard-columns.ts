import type { ArtifactKind, ObjectHeaders } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Entry } from '../model/manifest.ts'

/** What a shard says of its entries, a column each, in one order; but for digests, which don't compress, and cards, which are seldom asked for. */
export interface Columns {
  /** The few kinds of headers, once. */
  readonly headers: readonly ObjectHeaders[]
  /** One a line. */
  readonly keys: string
  readonly kinds: readonly ArtifactKind[]
  /** Of the kind and of the headers, a character each: its code is the index. */
  readonly kind: string
  readonly header: string
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
export const lengths = { digest: 32, inputs: 32, etag: 16 }

/** As a column. Printable characters: JSON needs no escape for the few indexes that there are. */
export function indexColumn(indexes: readonly number[]): string {
  return indexes.map((index) => String.fromCharCode(zero + index)).join('')
}

/** What stands in such a column for an entry. */
export function indexIn(column: string, entry: number): number {
  return column.charCodeAt(entry) - zero
}

const zero = '0'.charCodeAt(0)

/** What a shard is named by. */
export function contentOf(columns: string | Uint8Array, raw: Uint8Array): Digest {
  return digest(`${digest(columns)} ${digest(raw)}`)
}
