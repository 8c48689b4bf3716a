import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { leaseKey } from '../../pipeline/upload/lease.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { everything, publish, type TestSite, visible } from '../support/publisher.ts'

const names = [
  'assets/a.css',
  'assets/b.css',
  'en/a/index.html',
  'en/b/index.html',
  'it/a/index.html',
  'en/index.html',
  'sitemap.xml',
  'fa/گفتگو/index.html',
]
const site: fc.Arbitrary<TestSite> = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('one', 'two', ''))
const time = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour))

test.prop([fc.array(site, { minLength: 1, maxLength: 6 })])(
  'the store holds the last site and its manifest, whatever was published before',
  async (sites) => {
    const store = memoryStore()
    for (const [hour, built] of sites.entries()) {
      const before = await readManifest(store)
      const outcome = await publish(store, built, { time: time(hour) })
      expect(await visible(store)).toEqual(built)
      const { manifest } = await readManifest(store)
      expect(manifest.release).toBe(outcome.release)
      for (const [name, entry] of manifest.entries) expect(entry.etag).toBe((await store.get(name))?.etag)
      expect(Object.keys(built).sort()).toEqual([...manifest.entries.keys()].sort())
      expect([...outcome.put, ...outcome.deleted].length + outcome.kept).toBe(
        new Set([...Object.keys(built), ...before.manifest.entries.keys()]).size,
      )
    }
  },
)

test.prop([site, site, fc.nat({ max: 30 })])(
  'whichever write fails, the old manifest stays until the new one stands, nothing is deleted before, and the next run completes',
  async (first, second, failing) => {
    const store = memoryStore()
    await publish(store, first, { time: time(1) })
    const { release } = (await readManifest(store)).manifest
    const deleted: string[] = []
    let writes = 0
    const flaky: Store = {
      ...store,
      put: async (...call) => {
        if (writes++ === failing) throw new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })
        return store.put(...call)
      },
      delete: async (keys) => {
        deleted.push(...keys)
        await store.delete(keys)
      },
    }
    const work = publish(flaky, second, { time: time(2) })
    const ended = await work.then(
      () => true,
      () => false,
    )
    if (!ended) {
      await failureOf(work)
      expect(deleted).toEqual([])
      expect((await readManifest(store)).manifest.release).toBe(release)
      for (const name of Object.keys(first)) expect(await store.get(key(name))).not.toBeNull()
    } else expect(writes).toBeLessThanOrEqual(failing)
    await store.delete([leaseKey])
    await publish(store, second, { time: time(3) })
    expect(await visible(store)).toEqual(second)
    expect((await readManifest(store)).manifest.entries.size).toBe(Object.keys(second).length)
    for (const [name, content] of Object.entries(second)) {
      expect(Buffer.from((await store.get(key(name)))?.body ?? []).toString('utf8')).toBe(content)
    }
  },
)

test.prop([site])('an unchanged publish writes nothing at all', async (built) => {
  const store = memoryStore()
  const first = await publish(store, built, { time: time(1) })
  const before = await everything(store)
  const again = await publish(store, built, { time: time(2), commit: '3f2a9c1' })
  expect(again).toMatchObject({ release: first.release, put: [], deleted: [], kept: Object.keys(built).length, bytes: 0 })
  expect(await everything(store)).toEqual(before)
})
