import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { findOtherHeaders } from '../../pipeline/upload/find-other-headers.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { key } from '../support/key.ts'
import { publish } from '../support/publisher.ts'

test('objects that were given other headers, or went, are told; the others are not', async () => {
  const store = memoryStore()
  await publish(store, { 'en/a/index.html': 'a', 'en/b/index.html': 'b', 'en/c/index.html': 'c' })
  const [a, b, c] = [...(await readManifest(store)).manifest.entries.values()]
  if (a === undefined || b === undefined || c === undefined) throw new TypeError('Nothing was published')
  expect(await findOtherHeaders(store, [a, b, c])).toEqual([])
  await store.put(key('en/b/index.html'), Buffer.from('b'), { contentType: 'text/plain' })
  await store.delete([c.key])
  expect(await findOtherHeaders(store, [a, b, c])).toEqual([
    { entry: b, found: { contentType: 'text/plain' } },
    { entry: c, found: null },
  ])
})
