import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { releaseKey } from '../../pipeline/upload/own-keys.ts'
import { readReleases } from '../../pipeline/upload/read-releases.ts'
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

test('what others put beside them, and what goes while one reads, is passed over', async () => {
  const store = memoryStore()
  for (const text of ['one', 'two', 'three']) await publish(store, { 'en/one/index.html': text })
  await store.put(key('_colophon/releases/note.txt'), Buffer.from('a note'), { contentType: 'text/plain' })
  const [newest, oldest] = await readReleases(store)
  const going = releaseKey(newest?.release ?? '')
  const found = await readReleases({ ...store, get: async (name) => (name === going ? null : await store.get(name)) })
  expect(found).toEqual([oldest])
})
