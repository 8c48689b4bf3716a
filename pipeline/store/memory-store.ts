import type { Key } from '../model/artifact.ts'
import type { Store, StoredObject } from '../model/store.ts'
import { byteOrder } from './byte-order.ts'
import { requireCondition, requireSource } from './condition.ts'
import { etagOf } from './etag.ts'

/** A store that ends with the process. */
export function memoryStore(): Store {
  const objects = new Map<Key, StoredObject>()
  const current = (key: Key) => objects.get(key)?.etag ?? null
  return {
    name: 'memory',
    async get(key) {
      return objects.get(key) ?? null
    },
    async head(key) {
      const found = objects.get(key)
      return found === undefined ? null : { etag: found.etag, headers: found.headers }
    },
    async put(key, body, headers, condition, signal) {
      signal?.throwIfAborted()
      requireCondition(key, current(key), condition)
      const etag = etagOf(body)
      objects.set(key, { body: Uint8Array.from(body), etag, headers })
      return { etag }
    },
    async copy(from, to, headers, source, signal) {
      signal?.throwIfAborted()
      const body = requireSource(from, objects.get(from)?.body ?? null, source)
      objects.set(to, { body, etag: etagOf(body), headers })
      return { etag: etagOf(body) }
    },
    async delete(keys, signal) {
      signal?.throwIfAborted()
      for (const key of keys) objects.delete(key)
    },
    async deleteIf(key, condition, signal) {
      signal?.throwIfAborted()
      requireCondition(key, current(key), condition)
      objects.delete(key)
    },
    async *list(prefix, after = '') {
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && byteOrder(key, after) > 0)
      for (const key of keys.sort(byteOrder)) {
        const object = objects.get(key)
        if (object !== undefined) yield { key, etag: object.etag, size: object.body.length }
      }
    },
    async close() {},
  }
}
