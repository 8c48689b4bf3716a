import { describe, expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { releaseKey } from '../../pipeline/upload/own-keys.ts'
import { contentsOf, readOlder, readReleases } from '../../pipeline/upload/read-releases.ts'
import { readRelease } from '../../pipeline/upload/restore-release.ts'
import { key } from '../support/key.ts'
import { publish } from '../support/publisher.ts'

test('releases of one second are told in the order in which they were published, the newest first', async () => {
  const store = memoryStore()
  const names: (string | null)[] = []
  for (let count = 1; count <= 12; count++) names.unshift((await publish(store, { 'en/one/index.html': `text ${count}` })).release)
  const [current, ...older] = names
  expect(current).toMatch(/\.12$/)
  expect((await readReleases(store)).map(({ release }) => release)).toEqual(older)
  expect((await readReleases(store, 2)).map(({ release }) => release)).toEqual(older.slice(0, 2))
})

describe('one that is damaged is told, and no other is the worse for it', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['cut off', '{"version": 3, "relea', 'is missing, cut off or damaged'],
    ['of another version', '{"version": 2, "generator": "colophon 0.0.9"}', 'has version 2'],
  ]
  test.each(cases)('%s', async (_, body, why) => {
    const store = memoryStore()
    for (const text of ['one', 'two', 'three']) await publish(store, { 'en/one/index.html': text })
    const [newest, oldest] = await readReleases(store)
    const release = newest?.release ?? ''
    await store.put(releaseKey(release), Buffer.from(body), { contentType: 'application/json' })
    const [damaged, ...others] = await readReleases(store)
    expect(others).toEqual([oldest])
    const text = {
      what: expect.stringContaining(release),
      why: expect.stringContaining(why),
      next: expect.stringContaining(releaseKey(release)),
    }
    expect(damaged).toMatchObject({ kind: 'damaged', release, damage: { text } })
    await expect(readRelease(store, release)).rejects.toMatchObject({ text })
    if (damaged !== undefined) await expect(contentsOf(damaged, store)).rejects.toMatchObject({ text })
  })

  test('in a part of its manifest', async () => {
    const store = memoryStore()
    for (const text of ['one', 'two']) await publish(store, { 'en/one/index.html': text })
    const [older] = await readReleases(store)
    if (older?.kind !== 'readable') throw new TypeError('It can be read')
    const parts = Object.values(older.root.shards).map((shard) => shard.key)
    await store.delete(parts)
    const text = { why: expect.stringContaining(parts[0] ?? ''), next: expect.stringContaining(releaseKey(older.release)) }
    await expect(contentsOf(older, store)).rejects.toMatchObject({ code: 'manifest-corrupt', text })
  })
})

test.each(['', '../manifest', 'a/b', 'a\n', 'x'.repeat(101)])('%j names no release, and nothing is asked for', async (release) => {
  const unasked: Store = { ...memoryStore(), get: () => Promise.reject(new TypeError('It was asked')) }
  expect(await readOlder(unasked, release)).toBeNull()
})

test('a store that fails is no damage', async () => {
  const store = memoryStore()
  for (const text of ['one', 'two']) await publish(store, { 'en/one/index.html': text })
  const [older] = await readReleases(store)
  const lost = new Failure('store-unreachable', { exit: 3, what: 'No answer.', next: 'Try again.' })
  const failing: Store = { ...store, get: () => Promise.reject(lost) }
  await expect(readReleases(failing)).rejects.toBe(lost)
  if (older !== undefined) await expect(contentsOf(older, failing)).rejects.toBe(lost)
})

test('what others put beside them, and what goes while one reads, is passed over', async () => {
  const store = memoryStore()
  for (const text of ['one', 'two', 'three']) await publish(store, { 'en/one/index.html': text })
  for (const name of ['note.txt', '99999999.text'])
    await store.put(key(`_colophon/releases/${name}`), Buffer.from('a note'), { contentType: 'text/plain' })
  const [newest, oldest] = await readReleases(store)
  expect(await readReleases(store, 1)).toEqual([newest])
  const going = releaseKey(newest?.release ?? '')
  const found = await readReleases({ ...store, get: async (name) => (name === going ? null : await store.get(name)) })
  expect(found).toEqual([oldest])
})
