import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { collect } from '../support/collect.ts'
import { key } from '../support/key.ts'

test('every call counts, a deletion once for each thousand keys', async () => {
  const store = countingStore(memoryStore())
  const counts: number[] = []
  const many = Array.from({ length: 2001 }, (_, index) => key(`k${index}`))
  for (const call of [
    () => store.put(key('a'), Buffer.from('x'), { contentType: 'text/plain' }),
    () => store.get(key('a')),
    () => collect(store.list('')),
    () => store.deleteIf(key('a'), { kind: 'match', etag: '"9dd4e461268c8034f5c8564e155c67a6"' }),
    () => store.delete(many),
    () => store.delete([]),
  ]) {
    await call()
    counts.push(store.requests)
  }
  expect(counts).toEqual([1, 2, 3, 4, 7, 7])
})
