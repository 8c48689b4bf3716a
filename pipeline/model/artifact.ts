import type { Brand } from './brand.ts'
import type { Digest } from './digest.ts'
import type { Card } from './edition.ts'

/** The name of an object in the store: segments with `/`, NFC, none empty, `.` or `..`, no control characters, no backslash, at most 1,024 bytes of UTF-8. Made by `parseKey`. */
export type Key = Brand<'Key'>

/** Upload order: what a page needs stands before the page, what points at it after. */
export type ArtifactKind = 'asset' | 'page' | 'index'

/** HTTP headers of an object. */
export interface ObjectHeaders {
  readonly contentType: string
  readonly cacheControl?: string
  readonly contentEncoding?: string
}

/** Whether they say the same. */
export function sameHeaders(one: ObjectHeaders, other: ObjectHeaders): boolean {
  return one.contentType === other.contentType && one.cacheControl === other.cacheControl && one.contentEncoding === other.contentEncoding
}

/** One object to publish. */
export interface Artifact {
  readonly key: Key
  readonly kind: ArtifactKind
  readonly body: Uint8Array
  readonly headers: ObjectHeaders
  /** Of all that it was made from. */
  readonly inputs: Digest
  /** The edition that a page shows; null for all else. */
  readonly card: Card | null
}

/** An artifact without its bytes: what a plan needs. */
export interface StagedArtifact {
  readonly key: Key
  readonly kind: ArtifactKind
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
  readonly headers: ObjectHeaders
  readonly inputs: Digest
  readonly card: Card | null
}
