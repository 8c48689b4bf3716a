import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../pipeline/model/store.ts'
import { lookFirst, probeConditions } from '../../pipeline/store/look-first.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { collect } from '../support/collect.ts'
import { credentials, embeddedS3 } from '../support/embedded-s3.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { type Meddle, s3ErrorXml, startProxy } from '../support/proxy.ts'

/** A server that writes whatever the condition says, as Garage does. */
function ignoring(store: Store): Store {
  return { ...store, put: (key, body, headers, _condition, signal) => store.put(key, body, headers, undefined, signal) }
}

let embedded: Awaited<ReturnType<typeof embeddedS3>>
beforeEach(async () => {
  embedded = await embeddedS3()
})
afterEach(() => embedded.dispose())

async function through(meddle: Meddle, work: (store: Store) => Promise<void>): Promise<void> {
  const proxy = await startProxy(embedded.server.url, meddle)
  const store = s3Store({ bucket: 'site', prefix: '', endpoint: proxy.url, region: null, credentials })
  await work(store)
  await store.close()
  await proxy.close()
}

describe('what a server makes of conditions', () => {
  test('kept, and nothing is left of the question', async () => {
    expect(await probeConditions(embedded.store)).toBe('kept')
    expect(await collect(embedded.store.list(''))).toEqual([])
  })

  test('kept by one that takes ETags without quotes only, as Ceph up to 18', async () => {
    const ceph: Meddle = ({ headers: { 'if-match': match } }) =>
      match?.startsWith('"') ? { status: 412, body: s3ErrorXml('PreconditionFailed') } : null
    await through(ceph, async (store) => expect(await probeConditions(store)).toBe('kept'))
  })

  test('ignored, as by Garage: nothing is left of the question either', async () => {
    const store = ignoring(memoryStore())
    expect(await probeConditions(store)).toBe('ignored')
    expect(await collect(store.list(''))).toEqual([])
  })

  test('refused, as by Backblaze B2', async () => {
    const b2: Meddle = ({ headers }) =>
      headers['if-match'] === undefined
        ? null
        : { status: 501, body: s3ErrorXml('NotImplemented', 'A header you provided implies functionality that is not implemented') }
    await through(b2, async (store) => expect(await probeConditions(store)).toBe('refused'))
  })

  test('a bucket that can’t be written to is a failure, not an answer', async () => {
    await through(
      ({ method }) => (method === 'PUT' ? { status: 403, body: s3ErrorXml('AccessDenied') } : null),
      async (store) => expect((await failureOf(probeConditions(store))).code).toBe('store-denied'),
    )
  })
})

describe('looked at first, a store that ignores conditions', () => {
  const html = { contentType: 'text/html' }
  const bytes = (text: string) => Buffer.from(text)

  test('writes where they hold, and not where they don’t', async () => {
    const store = lookFirst(ignoring(memoryStore()))
    const { etag } = await store.put(key('a'), bytes('one'), html, { kind: 'absent' })
    expect((await failureOf(store.put(key('a'), bytes('two'), html, { kind: 'absent' }))).code).toBe('condition-failed')
    await store.put(key('a'), bytes('two'), html, { kind: 'match', etag })
    expect((await failureOf(store.put(key('a'), bytes('three'), html, { kind: 'match', etag }))).code).toBe('condition-failed')
    expect((await failureOf(store.deleteIf(key('a'), { kind: 'match', etag }))).code).toBe('condition-failed')
    expect(Buffer.from((await store.get(key('a')))?.body ?? []).toString()).toBe('two')
    await store.deleteIf(key('a'), { kind: 'match', etag: (await store.get(key('a')))?.etag ?? '' })
    expect(await collect(store.list(''))).toEqual([])
  })

  test('passes all else on', async () => {
    const store = lookFirst(memoryStore())
    await store.put(key('a'), bytes('one'), html)
    await store.copy(key('a'), key('b'), html)
    await store.delete([key('a')])
    expect((await collect(store.list(''))).map((object) => object.key)).toEqual(['b'])
  })
})
