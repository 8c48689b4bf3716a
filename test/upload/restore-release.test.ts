import { describe, expect, test } from 'vitest'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { keptFolder, releaseKey } from '../../pipeline/upload/own-keys.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { cutShort, everything, idleLease, publish, type TestSite, visible } from '../support/publisher.ts'
import { expectWhole } from '../support/whole.ts'

const hour = (at: number) => ({ time: new Date(Date.UTC(2026, 10, 22, at)) })
const [a, b] = [key('en/a/index.html'), key('en/b/index.html')]
const plain = { contentType: 'text/plain' }

async function rollBack(store: Store, release: string | null, at = 9, more: { signal?: AbortSignal } = {}) {
  const { manifest } = await readRelease(store, release ?? '')
  const restoring = { store, lease: idleLease(), published: await readManifest(store) }
  return await restoreRelease(manifest, { ...restoring, release: { ...hour(at), generator: 'a test' }, ...more })
}

const first: TestSite = { [a]: 'a', [b]: 'b', 'en/index.html': 'all' }
const second: TestSite = { [a]: 'other', 'en/index.html': 'all', 'en/c/index.html': 'c' }

async function twoReleases(store: Store): Promise<readonly [string | null, string | null]> {
  const one = await publish(store, first, { ...hour(1), commit: 'c1' })
  const two = await publish(store, second, { ...hour(2), commit: 'c2' })
  return [one.release, two.release]
}

test('it is a release of its own, of the older commit, pinned, and names what was taken back', async () => {
  const store = memoryStore()
  const [one, two] = await twoReleases(store)
  const { release, put, deleted, steps } = await rollBack(store, one)
  expect([release, put, deleted]).toEqual(['20261122T090000Z-c1', [b, a], ['en/c/index.html']])
  expect(steps.map(({ kind, key: name }) => `${kind} ${name}`)).toEqual([
    ...['put en/b/index.html', 'put en/a/index.html', 'keep en/index.html', 'delete en/c/index.html'],
  ])
  expect((await readManifest(store)).root).toMatchObject({ release, previous: two, commit: 'c1', pin: { release: one, commit: 'c2' } })
  expect(await visible(store)).toEqual(first)
  await expectWhole(store)
})

test('more than the limit of deletions go where an older release had fewer', async () => {
  const store = memoryStore()
  const { release } = await publish(store, { [a]: 'a' }, hour(1))
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`en/n${n}/index.html`, String(n)]))
  await publish(store, { [a]: 'a', ...many }, hour(2))
  expect((await rollBack(store, release)).deleted).toHaveLength(300)
  expect(await visible(store)).toEqual({ [a]: 'a' })
})

describe('nothing is written', () => {
  test('where there is no such release', async () => {
    const store = memoryStore()
    await twoReleases(store)
    const before = await everything(store)
    const failure = await failureOf(rollBack(store, 'nothing'))
    expect([failure.code, failure.text.exit]).toEqual(['release-unknown', 2])
    expect(failure.text.what).toContain('`nothing`')
    expect(await everything(store)).toEqual(before)
  })

  test.each(['', '{', '{"version":3,"release":1}'])('where its root is damaged: %j', async (body) => {
    const store = memoryStore()
    const [one] = await twoReleases(store)
    await store.put(releaseKey(one ?? ''), Buffer.from(body), plain)
    const before = await everything(store)
    expect((await failureOf(rollBack(store, one))).code).toBe('manifest-corrupt')
    expect(await everything(store)).toEqual(before)
  })

  test.each([1, 5, 7])('where %i of its objects are lost: five of them are named', async (count) => {
    const store = memoryStore()
    const pages = Array.from({ length: count }, (_, n) => `en/n${n}/index.html`)
    const { release } = await publish(store, { [a]: 'a', ...Object.fromEntries(pages.map((name) => [name, name])) }, hour(1))
    for (const name of pages) await store.put(key(name), Buffer.from('by hand'), plain)
    await publish(store, { [a]: 'other' }, hour(2))
    const before = await everything(store)
    const { code, text } = await failureOf(rollBack(store, release))
    expect([code, text.what]).toEqual(['release-incomplete', expect.stringContaining(`${count} of its objects`)])
    const named = pages.slice(0, 5).map((name) => `\`${name}\``)
    expect(text.why?.startsWith(`${named.join(', ')}${count > 5 ? ', …' : ''}: changed by hand`)).toBe(true)
    expect(await everything(store)).toEqual(before)
  })

  test('where it is stopped before', async () => {
    const store = memoryStore()
    const [one] = await twoReleases(store)
    const stop = AbortSignal.abort(new TypeError('stopped'))
    await expect(rollBack(store, one, 9, { signal: stop })).rejects.toThrow('stopped')
    expect((await readManifest(store)).root.pin).toBeNull()
    for (const [name, text] of Object.entries(second))
      expect(Buffer.from((await store.get(key(name)))?.body ?? []).toString('utf8')).toBe(text)
  })
})

describe('where a publish was cut short', () => {
  test('what it wrote over is taken from the copies', async () => {
    const store = memoryStore()
    const [one] = await twoReleases(store)
    await cutShort(store, { ...second, [a]: 'half', 'en/index.html': 'half' }, hour(3))
    await rollBack(store, one)
    expect(await visible(store)).toEqual(first)
    await expectWhole(store)
  })

  test('what it was the first to write is gone', async () => {
    const store = memoryStore()
    const [one] = await twoReleases(store)
    await cutShort(store, { ...second, 'en/new/index.html': 'new' }, hour(3))
    await rollBack(store, one)
    expect(await store.get(key('en/new/index.html'))).toBeNull()
    await expectWhole(store)
  })

  test('bytes at a key that it may have written to are no source: where there are no others, nothing is written', async () => {
    const store = memoryStore()
    const { release } = await publish(store, { [a]: 'the same' }, hour(1))
    await publish(store, { [b]: 'the same', [a]: 'other' }, hour(2))
    await cutShort(store, { [b]: 'half', [a]: 'other' }, hour(3))
    // The copy of what stood at `a`; `b` alone had the same bytes, and nobody knows what stands there now.
    const { manifest } = await readRelease(store, release ?? '')
    const [entry] = manifest.entries.values()
    await store.delete([key(`_colophon/objects/${entry?.digest}`)])
    const before = await everything(store)
    expect((await failureOf(rollBack(store, release))).code).toBe('release-incomplete')
    expect(await everything(store)).toEqual(before)
  })
})

/** Somebody took away the copies that were kept. */
async function withoutCopies(store: Store): Promise<void> {
  await store.delete((await collect(store.list(keptFolder))).map((object) => object.key))
}

test('what stands at another key, and stays there or goes by this, is a source as well', async () => {
  for (const site of [{ [a]: 'text' }, { [a]: 'text', [b]: 'text' }]) {
    const store = memoryStore()
    const { release } = await publish(store, site, hour(1))
    await publish(store, { [b]: 'text' }, hour(2))
    await withoutCopies(store)
    await rollBack(store, release)
    expect(await visible(store)).toEqual(site)
    await expectWhole(store)
  }
})

test('an object that was changed by hand since isn’t taken for what was published', async () => {
  const store = memoryStore()
  const { release } = await publish(store, { [a]: 'text', [b]: 'b' }, hour(1))
  await publish(store, { 'en/moved/index.html': 'text', [b]: 'b' }, hour(2))
  const { manifest } = await readRelease(store, release ?? '')
  const entry = manifest.entries.get(a)
  await store.delete([key(`_colophon/objects/${entry?.digest}`)])
  await store.put(key('en/moved/index.html'), Buffer.from('by hand'), plain)
  expect((await failureOf(rollBack(store, release))).code).toMatch(/^(?:upload-failed|release-incomplete)$/)
  expect((await readManifest(store)).root.release).not.toBe(release)
})

test('there and back again, and each is what it was', async () => {
  const store = memoryStore()
  const [one, two] = await twoReleases(store)
  await rollBack(store, one, 3)
  await rollBack(store, two, 4)
  expect(await visible(store)).toEqual(second)
  await rollBack(store, one, 5)
  expect(await visible(store)).toEqual(first)
  await expectWhole(store)
})
