import type { Key, ObjectHeaders } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Condition, Store, StoredObject } from '../model/store.ts'

/** The pipeline's own objects, which change under their name. */
const headers: ObjectHeaders = { contentType: 'application/json', cacheControl: 'no-cache' }

export type PutOwn = { readonly kind: 'written'; readonly etag: string } | { readonly kind: 'other'; readonly current: StoredObject | null }

/**
 * Write one of the pipeline's own objects where `condition` holds.
 *
 * The answer to a write may be lost, and the write be sent again: then its condition fails on what it wrote itself. So what stands there is read, and compared.
 *
 * @param body no other process ever writes the same: it holds a nonce
 */
export async function putOwn(store: Store, key: Key, body: Uint8Array, condition: Condition, signal?: AbortSignal): Promise<PutOwn> {
  try {
    return { kind: 'written', etag: (await store.put(key, body, headers, condition, signal)).etag }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'condition-failed') throw error
    const current = await store.get(key)
    if (current === null || Buffer.compare(body, current.body) !== 0) return { kind: 'other', current }
    return { kind: 'written', etag: current.etag }
  }
}
