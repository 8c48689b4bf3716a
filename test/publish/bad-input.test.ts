import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manifestVersion } from '../../pipeline/model/manifest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { leaseKey } from '../../pipeline/upload/lease.ts'
import { rootKey } from '../../pipeline/upload/manifest-root.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { colophon } from '../support/cli.ts'
import { credentials, embeddedS3 } from '../support/embedded-s3.ts'
import { key } from '../support/key.ts'
import { type Meddle, s3ErrorXml, startProxy } from '../support/proxy.ts'
import { everything, idleLease, publish as publishTo, visible } from '../support/publisher.ts'
import { article, config, type Files, smallSite } from '../support/small-site.ts'
import { expectWhole } from '../support/whole.ts'

const files: Files = { 'articles/one.md': article('One') }
/** For what waits for a lease to end. */
const shortLease: Files = { ...files, 'colophon.config.json': config({ publish: { leaseSeconds: 1 } }) }

let store: Store
let server: EmbeddedServer
beforeEach(async () => {
  store = memoryStore()
  server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
})
afterEach(() => server.close())

/** Publish to the bucket by the command line. */
async function publish(root: string, { url = server.url, bucket = 'news', env: more = {} } = {}) {
  const env = {
    ...{ S3_BUCKET: bucket, AWS_ENDPOINT_URL_S3: url },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    ...more,
  }
  const { status, stdout, stderr } = await colophon(['publish', '--json'], { cwd: root, env })
  return { status, told: JSON.parse(stdout), stderr }
}

async function through(meddle: Meddle, root: string) {
  const proxy = await startProxy(server.url, meddle)
  const outcome = await publish(root, { url: proxy.url })
  await proxy.close()
  return outcome
}

test('a bucket that is not there', async () => {
  const { root } = smallSite(files)
  expect(await publish(root, { bucket: 'nothing' })).toMatchObject({ status: 3, told: { error: { code: 'store-bucket-missing' } } })
})

test('a clock that is an hour off', async () => {
  const late = await startEmbeddedServer(store, {
    ...({ port: 0, host: '127.0.0.1', bucket: 'news', credentials } as const),
    clock: () => new Date(Date.now() + 3_600_000),
  })
  const { root } = smallSite(files)
  const { status, told } = await publish(root, { url: late.url })
  await late.close()
  expect([status, told.error?.code]).toEqual([3, 'store-clock'])
  expect(await everything(store)).toEqual(new Map())
})

describe('what tells what is published', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['is of a later version', `{"version": ${manifestVersion + 1}, "generator": "colophon 9.0"}`, 'manifest-version'],
    ['is of an earlier version', '{"version": 1, "generator": "colophon 0.1.0", "release": null}', 'manifest-version'],
    ['is cut off', `{"version": ${manifestVersion}, "relea`, 'manifest-corrupt'],
    ['is empty', '', 'manifest-corrupt'],
  ]
  test.each(rows)('%s: nothing is written', async (_, body, code) => {
    const site = smallSite(files, store)
    await site.publish()
    await store.put(rootKey, Buffer.from(body), { contentType: 'application/json' })
    const before = await everything(store)
    site.write({ 'articles/two.md': article('Two') })
    expect(await publish(site.root)).toMatchObject({ status: 3, told: { error: { code } } })
    expect(await everything(store)).toEqual(before)
  })

  const damages: readonly (readonly [string, (body: Buffer) => Buffer | null])[] = [
    ['is cut off', (body) => body.subarray(0, body.length / 2)],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('something else')],
    ['is gone', () => null],
  ]
  test.each(['.shard', '.articles'].flatMap((part) => damages.map(([what, damage]) => ({ part, what, damage }))))(
    'has a part `$part` that $what: nothing is written',
    async ({ part, damage }) => {
      const site = smallSite(files, store)
      const first = await site.publish()
      site.write({ 'articles/one.md': article('One', 'Another text.') })
      await site.publish()
      const { root } = await readManifest(store)
      const names = [...Object.values(root.shards), root.articles].flatMap((shard) => (shard?.key.endsWith(part) ? [shard.key] : []))
      for (const name of names) {
        const damaged = damage(Buffer.from((await store.get(name))?.body ?? []))
        if (damaged === null) await store.delete([name])
        else await store.put(name, damaged, { contentType: 'application/octet-stream' })
      }
      const before = await everything(store)
      site.write({ 'articles/one.md': article('One', 'A third text.'), 'articles/two.md': article('Two') })
      await expect(site.publish()).rejects.toMatchObject({ code: 'manifest-corrupt', text: { exit: 3 } })
      await expect(readManifest(store)).rejects.toMatchObject({ code: 'manifest-corrupt' })
      expect([names.length > 0, first.release === root.release]).toEqual([true, false])
      expect(await everything(store)).toEqual(before)
    },
  )

  test('is forbidden, as it looks without s3:ListBucket where there is none: no empty site is assumed', async () => {
    const forbidden: Meddle = ({ method }) => (method === 'GET' ? { status: 403, body: s3ErrorXml('AccessDenied') } : null)
    const { status, told } = await through(forbidden, smallSite(files).root)
    expect([status, told.error.code]).toEqual([3, 'store-denied'])
    expect(told.error.next).toContain('s3:ListBucket')
    expect(await everything(store)).toEqual(new Map())
  })
})

test('the lease of a dead run: it is waited out, and the run finished', async () => {
  const site = smallSite(shortLease, store)
  await store.put(leaseKey, Buffer.from('{"version":1,"nonce":"x","holder":"a dead one","seconds":1,"beats":3}'), {
    contentType: 'application/json',
  })
  const { status, stderr } = await publish(site.root)
  expect(status).toBe(0)
  expect(stderr).toContain('waiting for a dead one')
  await expectWhole(store)
  expect(await store.get(leaseKey)).toBeNull()
})

test('no right to delete: the release is out, and whoever waits for the lease later was told why', async () => {
  const site = smallSite(shortLease, store)
  const undeletable: Meddle = ({ method }) => (method === 'DELETE' ? { status: 403, body: s3ErrorXml('AccessDenied') } : null)
  const { status, stderr } = await through(undeletable, site.root)
  expect(status).toBe(0)
  expect(stderr).toMatch(/^warning: the lease of s3:\/\/news could not be given back, so the next publish there waits for 1 seconds\./m)
  expect(stderr).toContain('s3:DeleteObject')
  await expectWhole(store)
  expect((await publish(site.root)).stderr).not.toContain('could not be given back')
})

test('a server whose disk is full: the published release stays, and the next publish is whole', async () => {
  const site = smallSite(files, store)
  await site.publish()
  site.write({ 'articles/two.md': article('Two') })
  let writes = 0
  const full: Meddle = ({ method, url }) =>
    method === 'PUT' && !url?.includes('_colophon/') && ++writes > 1
      ? { status: 507, body: s3ErrorXml('InsufficientStorage', 'No room') }
      : null
  const { status, told } = await through(full, site.root)
  expect([status, told.error.code]).toEqual([3, 'upload-failed'])
  expect((await publish(site.root)).status).toBe(0)
  await expectWhole(store)
})

test('an object that was changed by hand is put right once something about it changes', async () => {
  const site = smallSite(files, store)
  await site.publish()
  await store.put(key('en/one/index.html'), Buffer.from('by hand'), { contentType: 'text/plain' })
  site.write({ 'articles/one.md': article('One', 'Another text.') })
  expect((await publish(site.root)).status).toBe(0)
  await expectWhole(store)
})

test('keys of 1,024 bytes are published, replaced, restored and dropped', async () => {
  const { store: bucket, dispose } = await embeddedS3(memoryStore())
  const folders = Array.from({ length: 4 }, () => 'é'.repeat(100)).join('/')
  const name = `en/${folders}/${'x'.repeat(1024 - Buffer.byteLength(`en/${folders}//index.html`))}/index.html`
  expect(Buffer.byteLength(name)).toBe(1024)
  const hour = (at: number) => ({ time: new Date(Date.UTC(2026, 10, 22, at)) })
  const first = await publishTo(bucket, { [name]: 'one' }, hour(1))
  await publishTo(bucket, { [name]: 'two' }, hour(2))
  expect(await visible(bucket)).toEqual({ [name]: 'two' })
  const { manifest } = await readRelease(bucket, first.release ?? '')
  const restoring = { store: bucket, lease: idleLease(), published: await readManifest(bucket) }
  await restoreRelease(manifest, { ...restoring, release: { ...hour(3), generator: 'test' } })
  expect(await visible(bucket)).toEqual({ [name]: 'one' })
  await publishTo(bucket, {}, hour(4))
  await publishTo(bucket, { 'en/index.html': 'all' }, hour(5))
  expect(await bucket.get(key(name))).toBeNull()
  await expectWhole(bucket)
  await dispose()
})

test('a key that is too long together with the prefix: nothing is written', async () => {
  const folders = Array.from({ length: 2 }, () => 'é'.repeat(100)).join('/')
  const { root } = smallSite({ ...files, [`articles/${folders}/one.md`]: article('Two') })
  const env = { S3_PREFIX: 'p'.repeat(650) }
  expect(await publish(root, { env })).toMatchObject({ status: 3, told: { error: { code: 'key-too-long' } } })
  expect(await everything(store)).toEqual(new Map())
  expect((await publish(root, { env: { S3_PREFIX: 'p'.repeat(500) } })).status).toBe(0)
})

describe('a server that keeps no conditions is published to, with a warning', () => {
  const rows: readonly (readonly [string, Meddle])[] = [
    [
      'refuses',
      ({ headers }) => (headers['if-match'] || headers['if-none-match'] ? { status: 501, body: s3ErrorXml('NotImplemented') } : null),
    ],
  ]
  test.each(rows)('one that %s them', async (how, meddle) => {
    const site = smallSite(files, store)
    const first = await through(meddle, site.root)
    expect([first.status, first.stderr.includes(`${how} conditional writes`)]).toEqual([0, true])
    site.write({ 'articles/two.md': article('Two') })
    expect((await through(meddle, site.root)).status).toBe(0)
    await expectWhole(store)
    expect(await store.get(leaseKey)).toBeNull()
  })

  test('one that ignores them', async () => {
    const deaf: Store = { ...store, put: (name, body, headers) => store.put(name, body, headers) }
    const ignoring = await startEmbeddedServer(deaf, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
    const { status, stderr } = await publish(smallSite(files).root, { url: ignoring.url })
    await ignoring.close()
    expect([status, stderr.includes('ignores conditional writes')]).toEqual([0, true])
    await expectWhole(store)
  })
})
