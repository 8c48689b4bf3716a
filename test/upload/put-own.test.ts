import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Condition, Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { putOwn } from '../../pipeline/upload/put-own.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'

const name = key('_colophon/own.json')
const [own, others] = [Buffer.from('{"nonce":1}'), Buffer.from('{"nonce":2}')]
const absent: Condition = { kind: 'absent' }
const headers = { contentType: 'application/json', cacheControl: 'no-cache' }

test('where the condition holds, it is written, and never cached', async () => {
  const store = memoryStore()
  const put = await putOwn(store, name, own, absent)
  expect(put).toEqual({ kind: 'written', etag: (await store.get(name))?.etag })
  expect((await store.get(name))?.headers).toEqual(headers)
})

test('where somebody else’s stands, that is told, and left alone', async () => {
  const store = memoryStore()
  const { etag } = await store.put(name, others, headers)
  expect(await putOwn(store, name, own, absent)).toMatchObject({ kind: 'other', current: { etag } })
  expect((await store.get(name))?.etag).toBe(etag)
})

test('where nothing stands any more, that is told', async () => {
  expect(await putOwn(memoryStore(), name, own, { kind: 'match', etag: '"gone"' })).toEqual({ kind: 'other', current: null })
})

test('a condition that fails on one’s own earlier write is no failure', async () => {
  const store = memoryStore()
  const { etag } = await store.put(name, own, headers)
  expect(await putOwn(store, name, own, absent)).toEqual({ kind: 'written', etag })
})

test.each<[string, Error]>([
  ['a store that refuses', new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })],
  ['a mistake of the program', new TypeError('a bug')],
])('%s is told as it is, even where one’s own stands', async (_, error) => {
  const memory = memoryStore()
  await memory.put(name, own, headers)
  const store: Store = { ...memory, put: () => Promise.reject(error) }
  await expect(putOwn(store, name, own, absent)).rejects.toBe(error)
})

test('what was aborted writes nothing', async () => {
  const store = memoryStore()
  const lost = new Failure('lease-lost', { exit: 3, what: 'Lost.', next: 'Again.' })
  expect((await failureOf(putOwn(store, name, own, absent, AbortSignal.abort(lost)))).code).toBe('lease-lost')
  expect(await store.get(name)).toBeNull()
})
