import type { Key, ObjectHeaders } from './artifact.ts'

/** A condition on what stands under a key now; ETags as the store returned them, quotes included. */
export type Condition = { readonly kind: 'absent' } | { readonly kind: 'match'; readonly etag: string }

export interface StoredObject {
  readonly body: Uint8Array
  readonly etag: string
  readonly headers: ObjectHeaders
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
 */
export interface Store {
  /** For people: `s3://bucket/prefix`, or the directory. */
  readonly name: string
  /** Readers get files by their names alone, without the headers that were put. */
  readonly plainFiles?: boolean
  get(key: Key): Promise<StoredObject | null>
  /** Replaces what stands there. @returns the new object's ETag */
  put(key: Key, body: Uint8Array, headers: ObjectHeaders, condition?: Condition): Promise<{ readonly etag: string }>
  /** A key that isn't there counts as deleted. */
  delete(keys: readonly Key[]): Promise<void>
  deleteIf(key: Key, condition: Condition): Promise<void>
  /** Keys that begin with `prefix`, in UTF-8 order; with `after`, only those that stand after it. Names that are no keys are left out. */
  list(prefix: string, after?: string): AsyncIterable<ListedObject>
  close(): Promise<void>
}
