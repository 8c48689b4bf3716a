import { describe, expect, test } from 'vitest'
import type { ObjectHeaders } from '../../pipeline/model/artifact.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { type Bucket, embeddedBucket, environmentOf, radosgwBucket } from '../support/bucket.ts'
import { colophon } from '../support/cli.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { key } from '../support/key.ts'
import { radosgwInstalled, startRadosgw } from '../support/radosgw.ts'
import { article, config, smallSite } from '../support/small-site.ts'
import { expectWhole } from '../support/whole.ts'

const files = {
  'colophon.config.json': config({ publish: { compress: 'brotli' } }),
  'articles/one.md': article('One'),
  'articles/two.md': article('Two'),
}
const page = key('en/one/index.html')

async function verify(bucket: Bucket, root: string, words: readonly string[] = [], url = bucket.endpoint) {
  return await colophon(['verify', ...words], { cwd: root, env: environmentOf(bucket, url) })
}

/** As in a console: the same bytes, sent with other headers. */
async function setHeaders(store: Store, change: Partial<ObjectHeaders>): Promise<void> {
  const object = await store.get(page)
  if (object === null) throw new TypeError('Nothing was published')
  await store.put(page, object.body, { ...object.headers, ...change })
}

async function noticesHeaders(open: (content: Store) => Promise<Bucket>): Promise<void> {
  const site = smallSite(files)
  await site.publish()
  const bucket = await open(site.store)
  const untouched = await verify(bucket, site.root)
  expect([untouched.status, untouched.stdout]).toEqual([0, expect.stringContaining('0 changed, 0 with other headers, 0 not of it')])

  await setHeaders(bucket.store, { contentType: 'text/plain', cacheControl: 'max-age=86400' })
  const { status, stdout } = await verify(bucket, site.root)
  expect(status).toBe(1)
  expect(stdout).toContain(
    'headers en/one/index.html: Content-Type text/plain, published with text/html; charset=utf-8; Cache-Control max-age=86400, published with ',
  )
  expect(stdout).toContain('Run it with --repair.')
  const told = JSON.parse((await verify(bucket, site.root, ['--json'])).stdout)
  expect(told).toMatchObject({ missing: [], changed: [], headers: [page], strays: [] })
  const quick = await verify(bucket, site.root, ['--json', '--no-headers'])
  expect([quick.status, JSON.parse(quick.stdout).headers]).toEqual([0, null])

  const repaired = await verify(bucket, site.root, ['--repair', '--json'])
  expect([repaired.status, JSON.parse(repaired.stdout).repaired]).toEqual([0, [page]])
  expect((await verify(bucket, site.root)).status).toBe(0)
  expect(await expectWhole(bucket.store)).toEqual(await expectWhole(site.store))
  await bucket.close()
}

describe('headers that were changed by hand are told, and put right without building anything', () => {
  test('on the embedded server', () => noticesHeaders(embeddedBucket), 120_000)

  test.runIf(radosgwInstalled)(
    'on radosgw',
    async () => {
      const gateway = await startRadosgw()
      try {
        await noticesHeaders((content) => radosgwBucket(gateway, content))
      } finally {
        gateway.stop()
      }
    },
    240_000,
  )

  test.each<[string, Partial<ObjectHeaders>]>([
    ['content-encoding', { contentEncoding: 'gzip' }],
    ['cache tag', { cacheTag: 'others' }],
  ])(
    'its %s',
    async (_, change) => {
      const site = smallSite(files)
      await site.publish()
      const bucket = await embeddedBucket(site.store)
      await setHeaders(bucket.store, change)
      expect(JSON.parse((await verify(bucket, site.root, ['--json'])).stdout).headers).toEqual([page])
      expect((await verify(bucket, site.root, ['--repair'])).status).toBe(0)
      await expectWhole(bucket.store)
      await bucket.close()
    },
    120_000,
  )
})

test('a publish that ends while one looks is looked at anew: no difference is told that is none', async () => {
  const site = smallSite(files)
  await site.publish()
  const bucket = await embeddedBucket(site.store)
  const other = smallSite({ ...files, 'articles/one.md': article('One', 'Another text.') }, bucket.store)
  let publishing: Promise<unknown> | null = null
  const slow = await startFaultProxy(bucket.endpoint, ({ path }) => {
    // The listing comes after the manifest was read.
    if (!path.includes('list-type') || publishing !== null) return { kind: 'none' }
    publishing = other.publish()
    return { kind: 'wait', until: publishing }
  })
  const { status, stdout } = await verify(bucket, site.root, ['--json'], slow.url)
  const told = JSON.parse(stdout)
  expect([status, told.changed, told.missing, told.headers, told.strays]).toEqual([0, [], [], [], []])
  expect(told.release).not.toBe((await smallSiteRelease(site.store)) ?? '')
  await slow.close()
  await bucket.close()
}, 120_000)

async function smallSiteRelease(store: Store): Promise<string | null> {
  const root = await store.get(key('_colophon/manifest.json'))
  return root === null ? null : JSON.parse(Buffer.from(root.body).toString('utf8')).release
}

test('what an unfinished publish may have written is its affair', async () => {
  const site = smallSite(files, memoryStore())
  await site.publish()
  const bucket = await embeddedBucket(site.store)
  await setHeaders(bucket.store, { contentType: 'text/plain' })
  const rootKey = key('_colophon/manifest.json')
  const root = JSON.parse(Buffer.from((await bucket.store.get(rootKey))?.body ?? []).toString('utf8'))
  await bucket.store.put(rootKey, Buffer.from(JSON.stringify({ ...root, unfinished: [page] })), { contentType: 'application/json' })
  const { status, stdout } = await verify(bucket, site.root, ['--json'])
  expect([status, JSON.parse(stdout)]).toMatchObject([1, { headers: [], unfinished: [page] }])
  await bucket.close()
})
