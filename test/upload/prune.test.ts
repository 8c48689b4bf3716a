import { expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { replaceRoot } from '../../pipeline/upload/commit-manifest.ts'
import { rootKey } from '../../pipeline/upload/manifest-root.ts'
import { keptFolder, releaseKey, releasesFolder, shardsFolder } from '../../pipeline/upload/own-keys.ts'
import { prune } from '../../pipeline/upload/prune.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { cutShort, everything, idleLease, publish, type TestSite, visible } from '../support/publisher.ts'
import { expectWhole } from '../support/whole.ts'

const hour = (at: number) => ({ time: new Date(Date.UTC(2026, 10, 22, at)) })
const page = key('en/a/index.html')

const sites: readonly TestSite[] = [
  { [page]: 'one', 'en/old/index.html': 'old', 'en/index.html': 'all' },
  { [page]: 'two', 'en/old/index.html': 'old', 'en/index.html': 'all' },
  { [page]: 'three', 'en/index.html': 'all' },
  { [page]: 'four', 'en/b/index.html': 'b', 'en/index.html': 'all' },
]

/** A bucket with four releases. @returns their names, the oldest first */
async function fourReleases(store: Store): Promise<string[]> {
  const names: string[] = []
  for (const [at, site] of sites.entries()) names.push((await publish(store, site, hour(at))).release ?? '')
  return names
}

async function pruned(store: Store, keep: number) {
  return await prune({ store, lease: idleLease(), published: await readManifest(store), keep })
}

async function rollBack(store: Store, release: string) {
  const { manifest } = await readRelease(store, release)
  const restoring = { store, lease: idleLease(), published: await readManifest(store) }
  return await restoreRelease(manifest, { ...restoring, release: { ...hour(20), generator: 'a test' } })
}

const keysIn = async (store: Store, folder: string) => (await collect(store.list(folder))).map((object) => object.key)

test.each([1, 2, 3, 4])('the newest %i can be restored byte for byte, and no other', async (keep) => {
  for (const [at, site] of sites.entries()) {
    const store = memoryStore()
    const names = await fourReleases(store)
    const { releases } = await pruned(store, keep)
    expect(releases).toEqual(names.slice(0, -keep).toReversed())
    await expectWhole(store)
    const name = names[at] ?? ''
    if (at === names.length - 1) expect(await visible(store)).toEqual(site)
    else if (at < names.length - keep) expect((await failureOf(rollBack(store, name))).code).toBe('release-unknown')
    else {
      await rollBack(store, name)
      expect(await visible(store)).toEqual(site)
      await expectWhole(store)
    }
  }
})

test('what only forgotten releases consisted of is gone, and counted; the rest is what it was', async () => {
  const store = memoryStore()
  const names = await fourReleases(store)
  const before = await everything(store)
  const { objects } = await pruned(store, 2)
  const after = await everything(store)
  expect(objects).toBe(before.size - after.size)
  for (const [name, etag] of after) if (name !== rootKey) expect(before.get(name), name).toBe(etag)
  expect(await keysIn(store, releasesFolder)).toEqual([releaseKey(names[2] ?? '')])
  // The text of `three` alone: `four` stands at its key.
  expect((await keysIn(store, keptFolder)).length).toBe(1)
  await pruned(store, 1)
  expect([...(await keysIn(store, releasesFolder)), ...(await keysIn(store, keptFolder))]).toEqual([])
  const shards = Object.values((await readManifest(store)).root.shards).map((shard): string => shard.key)
  expect(await keysIn(store, shardsFolder)).toEqual(shards.sort())
})

test('the grace of what the last release dropped is over, and of nothing that is published', async () => {
  const store = memoryStore()
  await publish(store, { [page]: 'a', 'en/old/index.html': 'old', 'en/older/index.html': 'older' }, hour(1))
  await publish(store, { [page]: 'a' }, hour(2))
  const { root, etag } = await readManifest(store)
  // As a root may say that was mended by hand.
  await replaceRoot(store, { ...root, leaving: [key('en/old/index.html'), page], left: [key('en/older/index.html')] }, etag)
  expect((await pruned(store, 3)).deleted).toEqual(['en/old/index.html', 'en/older/index.html'])
  expect(await keysIn(store, 'en/')).toEqual([page])
  expect((await readManifest(store)).root).toMatchObject({ leaving: [], left: [] })
  expect(await visible(store)).toEqual({ [page]: 'a' })
})

test.each([{ leaving: [key('en/old/index.html')] }, { left: [key('en/old/index.html')] }])('the root forgets it: %j', async (going) => {
  const store = memoryStore()
  await publish(store, { [page]: 'a' }, hour(1))
  const { root, etag } = await readManifest(store)
  await replaceRoot(store, { ...root, ...going }, etag)
  await pruned(store, 3)
  expect((await readManifest(store)).root).toMatchObject({ leaving: [], left: [] })
})

test('where nothing is to be forgotten, nothing is written', async () => {
  const store = memoryStore()
  await publish(store, { [page]: 'one' }, hour(1))
  await publish(store, { [page]: 'two' }, hour(2))
  const before = await everything(store)
  const silent = { ...store, put: failing, delete: failing }
  expect(await prune({ store: silent, lease: idleLease(), published: await readManifest(store), keep: 2 })).toEqual({
    ...{ releases: [], deleted: [], objects: 0 },
  })
  expect(await everything(store)).toEqual(before)
})

async function failing(): Promise<never> {
  throw new TypeError('Something was written')
}

test('a part of a kept release that is gone: nothing is deleted', async () => {
  const store = memoryStore()
  const names = await fourReleases(store)
  const { root } = await readRelease(store, names[1] ?? '')
  await store.delete(Object.values(root.shards).map((shard) => shard.key))
  const before = await everything(store)
  expect((await failureOf(pruned(store, 3))).code).toBe('manifest-corrupt')
  expect(await everything(store)).toEqual(before)
})

test('a kept release whose root is damaged: nothing is deleted; a forgotten one is in nobody’s way', async () => {
  const store = memoryStore()
  const names = await fourReleases(store)
  await store.put(releaseKey(names[1] ?? ''), Buffer.from('{"x'), { contentType: 'application/json' })
  const before = await everything(store)
  expect(await failureOf(pruned(store, 3))).toMatchObject({
    code: 'manifest-corrupt',
    text: { what: expect.stringContaining(names[1] ?? '') },
  })
  expect(await everything(store)).toEqual(before)
  expect((await pruned(store, 2)).releases).toEqual([names[1], names[0]])
  await rollBack(store, names[2] ?? '')
  expect(await visible(store)).toEqual(sites[2])
})

test('a lease that was lost: nothing is deleted', async () => {
  const store = memoryStore()
  await fourReleases(store)
  const before = await everything(store)
  const lease = { ...idleLease(), signal: AbortSignal.abort(new TypeError('lost')) }
  // A store that doesn't look at the signal by itself.
  const deaf = { ...store, delete: (keys: readonly Key[]) => store.delete(keys) }
  await expect(prune({ store: deaf, lease, published: await readManifest(store), keep: 1 })).rejects.toThrow('lost')
  expect(await everything(store)).toEqual(before)
})

test('the lease is asked by the writes themselves', async () => {
  const store = memoryStore()
  await fourReleases(store)
  await publish(store, { [page]: 'four' }, hour(5))
  const lease = idleLease()
  const seen: (AbortSignal | undefined)[] = []
  const watched: Store = {
    ...store,
    put: (...call) => {
      seen.push(call[4])
      return store.put(...call)
    },
    delete: (...call) => {
      seen.push(call[1])
      return store.delete(...call)
    },
  }
  await prune({ store: watched, lease, published: await readManifest(store), keep: 1 })
  expect(seen).toEqual([lease.signal, lease.signal])
})

test('what an unfinished publish replaced stays: the release that is published can be made whole again', async () => {
  const store = memoryStore()
  const names = await fourReleases(store)
  await cutShort(store, { [page]: 'five', 'en/index.html': 'all' }, hour(6))
  await pruned(store, 1)
  expect((await readManifest(store)).root.unfinished).toEqual([page])
  // By a publish that doesn't make the page: it has the copy alone.
  await publish(store, { 'en/index.html': 'all' }, { ...hour(7), keep: () => true })
  expect(await visible(store)).toEqual(sites[3])
  expect((await readManifest(store)).manifest.release).toBe(names[3])
  await expectWhole(store)
})

test('somebody else published meanwhile: the root is theirs', async () => {
  const store = memoryStore()
  await fourReleases(store)
  const published = await readManifest(store)
  await publish(store, { [page]: 'six' }, hour(8))
  const { etag } = (await store.get(rootKey)) ?? {}
  const work = prune({ store, lease: idleLease(), published: { ...published, root: { ...published.root, leaving: [page] } }, keep: 4 })
  expect((await failureOf(work)).code).toBe('release-raced')
  expect((await store.get(rootKey))?.etag).toBe(etag)
})
