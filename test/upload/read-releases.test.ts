import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readReleases } from '../../pipeline/upload/read-releases.ts'
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
