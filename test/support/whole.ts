import { expect } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { decodeBody } from '../../pipeline/upload/decode-body.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { collect } from './collect.ts'

/**
 * That a store holds exactly what its manifest says: each object with the bytes and headers that were published, nothing unfinished, and nothing else but
 * what stays for one release more and the pipeline's own.
 *
 * @returns what the release consists of: digests by key
 */
export async function expectWhole(store: Store, hint = ''): Promise<Readonly<Record<string, string>>> {
  const { manifest, root } = await readManifest(store)
  expect(root.unfinished, hint).toBeNull()
  const going = new Set<Key>([...root.leaving, ...root.left])
  const strays: string[] = []
  for (const { key } of await collect(store.list(''))) {
    if (!manifest.entries.has(key) && !going.has(key) && !key.startsWith('_colophon/')) strays.push(key)
  }
  expect(strays, hint).toEqual([])
  for (const entry of manifest.entries.values()) {
    const object = await store.get(entry.key)
    const body = object && (await decodeBody(object.body, object.headers.contentEncoding))
    expect([entry.key, body && digest(body), object?.headers, object?.etag], hint).toEqual([
      entry.key,
      entry.digest,
      entry.headers,
      entry.etag,
    ])
  }
  return Object.fromEntries([...manifest.entries.values()].map(({ key, digest: content }) => [key, content]))
}
