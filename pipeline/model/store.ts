import type { Key, ObjectHeaders } from './artifact.ts'

/** A condition on what stands under a key now; ETags as the store returned them, quotes included. */
export type Condition = { readonly kind: 'absent' } | { readonly kind: 'match'; readonly etag: string }

/** What a store says of an object, without its bytes. */
export interface ObjectHead {
  readonly etag: string
  readonly headers: ObjectHeaders
}

export interface StoredObject extends ObjectHead {
  readonly body: Uint8Array
}

export interface ListedObject {
  readonly key: Key
  readonly etag: string
  /** Bytes. */
  readonly size: number
}

/**
 * The port through which a site reaches its readers.
 *
 * Every method throws a `Failure` with exit status 3 when the store can't be reached or refuses; a condition that doesn't hold is `condition-failed`.
 *
 * An aborted `signal` stops a write that hasn't left yet, and hangs up on one that has: it throws the signal's reason.
 */
export interface Store {
  /** For people: `s3://bucket/prefix`, or the directory. */
  readonly name: string
  /** Readers get files by their names alone, without the headers that were put. */
  readonly plainFiles?: boolean
  /** Bytes of UTF-8 that a key may have at most, where the store puts something before it. */
  readonly longestKey?: number
  get(key: Key): Promise<StoredObject | null>
  head(key: Key): Promise<ObjectHead | null>
  /** Replaces what stands there. @returns the new object's ETag */
  put(key: Key, body: Uint8Array, headers: ObjectHeaders, condition?: Condition, signal?: AbortSignal): Promise<{ readonly etag: string }>
  /**
   * Put under `to` what stands under `from` (the two may be one), without the bytes leaving the store.
   *
   * @param source what `from` must be; `condition-failed` where it is something else, or not there
   */
  copy(
    from: Key,
    to: Key,
    headers: ObjectHeaders,
    source?: { readonly etag: string },
    signal?: AbortSignal,
  ): Promise<{ readonly etag: string }>
  /** A key that isn't there counts as deleted. */
  delete(keys: readonly Key[], signal?: AbortSignal): Promise<void>
  deleteIf(key: Key, condition: Condition, signal?: AbortSignal): Promise<void>
  /** Keys that begin with `prefix`, in UTF-8 order; with `after`, only those that stand after it. Names that are no keys are left out. */
  list(prefix: string, after?: string): AsyncIterable<ListedObject>
  close(): Promise<void>
}
