import { expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { findDrift } from '../../pipeline/plan/find-drift.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { repair } from '../../pipeline/upload/repair.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { everything, idleLease, publish, type TestSite, visible } from '../support/publisher.ts'
import { expectWhole } from '../support/whole.ts'

const hour = (at: number) => ({ time: new Date(Date.UTC(2026, 10, 22, at)) })
const [a, b] = [key('en/a/index.html'), key('en/b/index.html')]
const plain = { contentType: 'text/plain' }

/** Twice published and taken back: there is a copy of all that the release consists of, but for what never changed. */
async function restored(store: Store, more: TestSite = {}): Promise<TestSite> {
  const first = { [a]: 'a', [b]: 'b', ...more }
  const { release } = await publish(store, first, { ...hour(1), commit: 'c1' })
  await publish(store, { [a]: 'other a', [b]: 'other b', ...more }, { ...hour(2), commit: 'c2' })
  const { manifest } = await readRelease(store, release ?? '')
  const restoring = { store, lease: idleLease(), published: await readManifest(store) }
  await restoreRelease(manifest, { ...restoring, release: { ...hour(3), generator: 'a test' } })
  return first
}

async function repaired(store: Store, more: { signal?: AbortSignal } = {}) {
  const published = await readManifest(store)
  const listed = new Map((await collect(store.list(''))).map(({ key: name, etag }) => [name, etag]))
  const drift = findDrift(published.manifest, listed, new Set())
  return await repair(drift, { store, lease: idleLease(), published, release: { ...hour(9), generator: 'a test' }, ...more })
}

test('what was changed and what was removed is put back; the release, its commit and its pin stay', async () => {
  const store = memoryStore()
  const site = await restored(store)
  const { root } = await readManifest(store)
  await store.put(a, Buffer.from('by hand'), plain)
  await store.delete([b])
  expect(await repaired(store)).toEqual({ repaired: [b, a], left: [] })
  await expectWhole(store)
  expect(await visible(store)).toEqual(site)
  const { release, previous, commit, pin, leaving, unfinished } = (await readManifest(store)).root
  expect({ release, previous, commit, pin, leaving, unfinished }).toEqual({
    ...{ release: root.release, previous: root.previous, commit: root.commit, pin: root.pin },
    ...{ leaving: root.leaving, unfinished: null },
  })
  expect([commit, pin?.commit]).toEqual(['c1', 'c2'])
})

test('what another key has the bytes of is put back from there', async () => {
  const store = memoryStore()
  const site = { [a]: 'the same', [b]: 'the same' }
  await publish(store, site, hour(1))
  await store.delete([b])
  expect(await repaired(store)).toEqual({ repaired: [b], left: [] })
  expect(await visible(store)).toEqual(site)
  await expectWhole(store)
})

test('what there is no copy of is named for the next publish, which puts it', async () => {
  const store = memoryStore()
  const asset = key('assets/a.css')
  const site = await restored(store, { [asset]: 'css' })
  await store.put(a, Buffer.from('by hand'), plain)
  await store.delete([asset])
  expect(await repaired(store)).toEqual({ repaired: [a], left: [asset] })
  expect((await readManifest(store)).root.unfinished).toEqual([asset])
  await publish(store, site, hour(10))
  expect(await visible(store)).toEqual(site)
  await expectWhole(store)
})

test('where there is a copy of nothing, only the root is written', async () => {
  const store = memoryStore()
  await publish(store, { [a]: 'a', [b]: 'b' }, hour(1))
  await store.delete([b])
  const before = await everything(store)
  const { release } = (await readManifest(store)).root
  expect(await repaired(store)).toEqual({ repaired: [], left: [b] })
  const { root } = await readManifest(store)
  expect([root.release, root.unfinished]).toEqual([release, [b]])
  expect([...(await everything(store)).keys()]).toEqual([...before.keys()])
})

test('where nothing drifted, nothing is written', async () => {
  const store = memoryStore()
  await restored(store)
  const before = await everything(store)
  expect(await repaired(store)).toEqual({ repaired: [], left: [] })
  expect(await everything(store)).toEqual(before)
})

test('what the release dropped keeps its time', async () => {
  const store = memoryStore()
  await publish(store, { [a]: 'a', 'en/old/index.html': 'old' }, hour(1))
  await publish(store, { [a]: 'other' }, hour(2))
  await publish(store, { [a]: 'a' }, hour(3))
  await publish(store, { [a]: 'other', [b]: 'b' }, hour(4))
  await publish(store, { [a]: 'a' }, hour(5))
  await store.put(a, Buffer.from('by hand'), plain)
  expect((await repaired(store)).repaired).toEqual([a])
  expect((await readManifest(store)).root.leaving).toEqual([b])
  expect(await store.get(b)).not.toBeNull()
})

test('a signal stops it before anything is put', async () => {
  const store = memoryStore()
  await restored(store)
  await store.put(a, Buffer.from('by hand'), plain)
  await expect(repaired(store, { signal: AbortSignal.abort(new TypeError('stopped')) })).rejects.toThrow('stopped')
  expect(Buffer.from((await store.get(a))?.body ?? []).toString('utf8')).toBe('by hand')
})

test('an object that goes while one repairs: what was published stays named, and nothing is worse', async () => {
  const store = memoryStore()
  await restored(store)
  await store.put(a, Buffer.from('by hand'), plain)
  const copy: Store['copy'] = async (from, to: Key, ...rest) => {
    if (to === a) await store.delete([from])
    return await store.copy(from, to, ...rest)
  }
  expect((await failureOf(repaired({ ...store, copy }))).code).toBe('upload-failed')
  expect((await readManifest(store)).root.unfinished).toEqual([a])
})
