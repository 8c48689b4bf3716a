import type { Brand } from './brand.ts'
import type { Digest } from './digest.ts'
import type { Card } from './edition.ts'

/** The name of an object in the store: segments with `/`, NFC, none empty, `.` or `..`, no control characters, no backslash, at most 1,024 bytes of UTF-8. Made by `parseKey`. */
export type Key = Brand<'Key'>

/** Upload order: what a page needs stands before the page, what points at it after; so does a redirect to it. */
export type ArtifactKind = 'asset' | 'page' | 'redirect' | 'index'

/** HTTP headers of an object. */
export interface ObjectHeaders {
  readonly contentType: string
  readonly cacheControl?: string
  readonly contentEncoding?: string
  /** What a cache in front of the store may be told to forget by: `pages-it`. */
  readonly cacheTag?: string
}

/** All of them, in the order in which they are written. */
export const headerNames = [
  'contentType',
  'cacheControl',
  'contentEncoding',
  'cacheTag',
] as const satisfies readonly (keyof ObjectHeaders)[]

/** Whether they say the same. */
export function sameHeaders(one: ObjectHeaders, other: ObjectHeaders): boolean {
  return headerNames.every((name) => one[name] === other[name])
}

/** Headers that may or may not be there, as an object's. */
export function objectHeaders(
  contentType: string,
  more: Readonly<Record<Exclude<keyof ObjectHeaders, 'contentType'>, string | undefined>>,
) {
  const there = Object.entries(more).filter(([, value]) => value !== undefined)
  return { contentType, ...Object.fromEntries(there) } as ObjectHeaders
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
  /** The edition that a redirect leads to. */
  readonly moved?: Pick<Card, 'article' | 'locale'>
}

/**
 * An object to publish whose bytes are dear, and made only where they aren't published already.
 *
 * Law: its key names all that it is made from. What is published there with the same inputs is what making it would give.
 */
export interface Derived extends Omit<Artifact, 'body'> {
  readonly make: () => Promise<Uint8Array>
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
  readonly moved?: Pick<Card, 'article' | 'locale'> | undefined
}
