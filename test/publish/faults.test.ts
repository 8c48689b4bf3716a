import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { findOtherHeaders } from '../../pipeline/upload/find-other-headers.ts'
import { leaseKey } from '../../pipeline/upload/lease.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { readReleases } from '../../pipeline/upload/read-releases.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { type Bucket, embeddedBucket, radosgwBucket } from '../support/bucket.ts'
import { failureOf } from '../support/failure.ts'
import { type Fault, type ProxiedRequest, startFaultProxy } from '../support/fault-proxy.ts'
import { key } from '../support/key.ts'
import { idleLease, publish, type TestSite } from '../support/publisher.ts'
import { radosgwInstalled, startRadosgw } from '../support/radosgw.ts'
import { expectWhole } from '../support/whole.ts'

const before: TestSite = {
  'assets/a.1.css': 'css',
  'en/one/index.html': 'one',
  'en/two/index.html': 'two',
  'it/one/index.html': 'uno',
  'en/index.html': 'all',
  'sitemap.xml': 'map',
}
const { 'en/two/index.html': _gone, ...rest } = before
const after: TestSite = {
  ...rest,
  'assets/b.2.css': 'other css',
  'en/one/index.html': 'one, corrected',
  'en/three/index.html': 'three',
  'en/index.html': 'all of them',
  'sitemap.xml': 'another map',
}

const hour = (at: number) => new Date(Date.UTC(2026, 10, 22, at))

const tally = new Map<string, number>()
const count = (what: string, more = 1) => tally.set(what, (tally.get(what) ?? 0) + more)
afterAll(() => {
  const told = [...tally].map(([what, times]) => `${times} ${what}`).join(', ')
  process.stderr.write(`faults: ${told}\n`)
})

/** A bucket with the first site in it, reached through a proxy. */
async function behind(scheme: (request: ProxiedRequest) => Fault, open: (content: Store) => Promise<Bucket> = embeddedBucket) {
  const bucket = await open(memoryStore())
  await publish(bucket.store, before, { time: hour(1) })
  const proxy = await startFaultProxy(bucket.endpoint, scheme)
  const store = s3Store({ bucket: bucket.bucket, prefix: '', endpoint: proxy.url, region: null, credentials: bucket.credentials })
  return {
    /** The bucket, without the proxy. */
    memory: bucket.store,
    proxy,
    store,
    async close() {
      for (const [kind, times] of proxy.counts) if (kind !== 'none') count(kind, times)
      await store.close()
      await proxy.close()
      await bucket.close()
    },
  }
}

/** What is published is whole; or the first release still is, but for what an announced and unfinished publish wrote. */
async function expectNoWorse(memory: Store, release: string | null): Promise<void> {
  const { manifest, root } = await readManifest(memory)
  if (root.unfinished === null) {
    await expectWhole(memory)
    return
  }
  expect(manifest.release).toBe(release)
  for (const { key: name, etag } of manifest.entries.values()) {
    const now = await memory.get(name)
    expect(now, name).not.toBeNull()
    if (!root.unfinished.includes(name)) expect(now?.etag, name).toBe(etag)
  }
}

const kinds: readonly Fault[] = [
  { kind: 'delay', ms: 30 },
  { kind: 'reset before' },
  { kind: 'lost answer' },
  { kind: 'cut answer' },
  { kind: 'refusal', status: 500, code: 'InternalError' },
  { kind: 'refusal', status: 503, code: 'SlowDown' },
  { kind: 'refusal', status: 429, code: 'TooManyRequests' },
  { kind: 'refusal', status: 409, code: 'ConditionalRequestConflict' },
]

// Most of it waits before it tries again, each in a bucket of its own: all at once.
describe.concurrent('what passes is tried again', () => {
  test.each(kinds)(
    'each request meets $kind $code once: the publish is none the worse, and what it replaced can be restored',
    (fault) => meetOnce(fault, embeddedBucket),
    60_000,
  )

  describe.runIf(radosgwInstalled)('on radosgw', () => {
    test('so it is with each of them', async () => {
      const gateway = await startRadosgw()
      try {
        await Promise.all(kinds.map((fault) => meetOnce(fault, (content) => radosgwBucket(gateway, content))))
      } finally {
        gateway.stop()
      }
    }, 300_000)
  })

  async function meetOnce(fault: Fault, open: (content: Store) => Promise<Bucket>): Promise<void> {
    const met = new Set<string>()
    const subject = await behind(({ method, path }) => {
      const call = `${method} ${path}`
      const harmless = fault.kind === 'refusal' && fault.status === 409 && (method === 'GET' || method === 'HEAD')
      if (met.has(call) || harmless) return { kind: 'none' }
      met.add(call)
      return fault
    }, open)
    const { release } = (await readManifest(subject.memory)).manifest
    await publish(subject.store, after, { time: hour(2) })
    expect(Object.keys(await expectWhole(subject.memory)).sort()).toEqual(Object.keys(after).sort())
    expect(await subject.memory.get(leaseKey)).toBeNull()
    const { manifest: first } = await readRelease(subject.memory, release ?? '')
    const restoring = { store: subject.memory, lease: idleLease(), published: await readManifest(subject.memory) }
    await restoreRelease(first, { ...restoring, release: { time: hour(3), generator: 'test' } })
    expect(Object.keys(await expectWhole(subject.memory)).sort()).toEqual(Object.keys(before).sort())
    await subject.close()
  }

  const some = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.constantFrom(...kinds)), { maxLength: 12 })

  test.prop([some], { numRuns: 12 })(
    'whatever happens to whichever requests: whole, or no worse; and whole after the next',
    async (faults) => {
      const scheme = new Map(faults)
      const subject = await behind(({ nth }) => scheme.get(nth) ?? { kind: 'none' })
      const { release } = (await readManifest(subject.memory)).manifest
      const end = await publish(subject.store, after, { time: hour(2) }).catch((error: unknown) => error)
      if (end instanceof Error && !(end instanceof Failure)) throw end
      await expectNoWorse(subject.memory, release)
      await subject.memory.delete([leaseKey])
      await publish(subject.memory, after, { time: hour(3) })
      await expectWhole(subject.memory)
      await subject.close()
    },
    120_000,
  )
})

/** Every kind of call that a publish makes. */
const calls: readonly (readonly [what: string, code: string, matches: (request: ProxiedRequest) => boolean])[] = [
  ['reading the root', 'store-denied', ({ method, path }) => method === 'GET' && path.includes('manifest.json')],
  ['reading a part of the manifest', 'store-denied', ({ method, path }) => method === 'GET' && path.includes('/manifests/')],
  ['taking the lease', 'store-denied', ({ method, path }) => method === 'PUT' && path.includes('lease.json')],
  ['announcing', 'store-denied', ({ method, path }) => method === 'PUT' && path.includes('/manifest.json')],
  ['copying', 'store-denied', ({ headers }) => headers['x-amz-copy-source'] !== undefined],
  ['putting an asset', 'upload-failed', ({ method, path }) => method === 'PUT' && path.includes('/assets/')],
  ['putting a page', 'upload-failed', ({ method, path }) => method === 'PUT' && path.includes('/en/one/')],
  ['putting a part of the manifest', 'store-denied', ({ method, path }) => method === 'PUT' && path.includes('/manifests/')],
  ['keeping the old root', 'store-denied', ({ method, path }) => method === 'PUT' && path.includes('/releases/')],
]

describe.concurrent('no permission for one call only', () => {
  test.each(calls)('%s: %s, nothing is worse, it isn’t asked again and again, and the next publish is whole', async (_, code, matches) => {
    const subject = await behind((request) =>
      matches(request) ? { kind: 'refusal', status: 403, code: 'AccessDenied' } : { kind: 'none' },
    )
    const { release } = (await readManifest(subject.memory)).manifest
    const failure = await failureOf(publish(subject.store, after, { time: hour(2) }))
    expect(failure).toMatchObject({ code, text: { exit: 3, next: expect.stringContaining('Grant s3:GetObject') } })
    const refused = subject.proxy.requests.filter(matches).map(({ method, path }) => `${method} ${path}`)
    expect(new Set(refused).size).toBe(refused.length)
    await expectNoWorse(subject.memory, release)
    await publish(subject.memory, after, { time: hour(3) })
    await expectWhole(subject.memory)
    await subject.close()
  })

  test.each<[what: string, matches: (request: ProxiedRequest) => boolean, ask: (store: Store, there: Store) => Promise<unknown>]>([
    ['listing', ({ method, path }) => method === 'GET' && path.includes('list-type=2'), (store) => readReleases(store)],
    [
      'asking for headers',
      ({ method }) => method === 'HEAD',
      async (store, there) => await findOtherHeaders(store, [...(await readManifest(there)).manifest.entries.values()]),
    ],
  ])('%s: who verifies or restores is told what to grant', async (_, matches, ask) => {
    const subject = await behind((request) =>
      matches(request) ? { kind: 'refusal', status: 403, code: 'AccessDenied' } : { kind: 'none' },
    )
    const failure = await failureOf(ask(subject.store, subject.memory))
    expect(failure).toMatchObject({ code: 'store-denied', text: { exit: 3, next: expect.stringContaining('s3:ListBucket on the bucket') } })
    await expectWhole(subject.memory)
    await subject.close()
  })

  test('deleting: the release is published, what is left is told, and the next one deletes it', async () => {
    const subject = await behind(({ method, path }) =>
      method === 'POST' && path.includes('delete') ? { kind: 'refusal', status: 403, code: 'AccessDenied' } : { kind: 'none' },
    )
    await publish(subject.memory, rest, { time: hour(2) })
    const { undeleted } = await publish(subject.store, after, { time: hour(3) })
    expect(undeleted).toMatchObject({ code: 'deletions-left', text: { what: expect.stringContaining('20261122T030000Z is published') } })
    expect(await subject.memory.get(key('en/two/index.html'))).not.toBeNull()
    await publish(subject.memory, { ...after, 'en/four/index.html': 'four' }, { time: hour(4) })
    expect(await subject.memory.get(key('en/two/index.html'))).toBeNull()
    await expectWhole(subject.memory)
    await subject.close()
  })

  test('giving the lease back: the release is published all the same', async () => {
    const subject = await behind(({ method, path }) =>
      method === 'DELETE' && path.includes('lease.json') ? { kind: 'refusal', status: 403, code: 'AccessDenied' } : { kind: 'none' },
    )
    await publish(subject.store, after, { time: hour(2) })
    await expectWhole(subject.memory)
    expect(await subject.memory.get(leaseKey)).not.toBeNull()
    await subject.close()
  })
})
