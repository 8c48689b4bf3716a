import { expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { requireCondition } from '../../pipeline/store/condition.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { embeddedS3 } from '../support/embedded-s3.ts'
import { key } from '../support/key.ts'

const html = { contentType: 'text/html; charset=utf-8' }
const plain = { contentType: 'text/plain' }

/** As a bucket that encrypts each object with a key of its own: no two writes have the same ETag. */
function encrypting(): Store {
  const store = memoryStore()
  const etags = new Map<Key, string>()
  const written = (name: Key) => {
    const etag = `"${crypto.randomUUID().replaceAll('-', '')}"`
    etags.set(name, etag)
    return { etag }
  }
  const told = <Object extends { readonly etag: string }>(name: Key, object: Object | null) =>
    object === null ? null : { ...object, etag: etags.get(name) ?? '' }
  return {
    ...store,
    get: async (name) => told(name, await store.get(name)),
    head: async (name) => told(name, await store.head(name)),
    async put(name, body, headers, condition) {
      requireCondition(name, etags.get(name) ?? null, condition)
      await store.put(name, body, headers)
      return written(name)
    },
    async copy(from, to, headers) {
      await store.copy(from, to, headers)
      return written(to)
    },
  }
}

test('a copy that has an ETag of its own is the right one all the same', async () => {
  const behind = encrypting()
  const { store, dispose } = await embeddedS3(behind)
  const { etag } = await store.put(key('a'), Buffer.from('text'), html)
  const copy = await store.copy(key('a'), key('b'), plain, { etag })
  expect(copy.etag).not.toBe(etag)
  expect(await store.head(key('b'))).toEqual({ etag: copy.etag, headers: plain })
  await dispose()
})

test('an object that is copied to itself for other headers is still there', async () => {
  const { store, dispose } = await embeddedS3(encrypting())
  const { etag } = await store.put(key('a'), Buffer.from('text'), html)
  const copy = await store.copy(key('a'), key('a'), plain, { etag })
  expect(await store.head(key('a'))).toEqual({ etag: copy.etag, headers: plain })
  await dispose()
})
