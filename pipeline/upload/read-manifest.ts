import { type Manifest, nothingPublished } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { manifestCorrupt, parseRoot, rootKey, type ShardName } from './manifest-root.ts'
import { readShard } from './manifest-shard.ts'

/** A manifest as it stands in a store. */
export interface PublishedManifest {
  readonly manifest: Manifest
  /** Of the root object; null where there is none. */
  readonly etag: string | null
  /** The shards that are there, by name. */
  readonly shards: Readonly<Record<string, ShardName>>
}

/**
 * What is published: the root object, then its shards.
 *
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export async function readManifest(store: Store): Promise<PublishedManifest> {
  const found = await store.get(rootKey)
  if (found === null) return { manifest: nothingPublished, etag: null, shards: {} }
  const { release, previous, commit, time, shards } = parseRoot(found.body, store.name)
  const parts = await inParallel(Object.values(shards), async (name) => {
    const part = await store.get(name.key)
    if (part === null) throw manifestCorrupt(name.key, store.name)
    return readShard(part.body, name, store.name)
  })
  const entries = new Map(parts.flat().map((entry) => [entry.key, entry]))
  return { manifest: { version: 1, release, previous, commit, time, entries }, etag: found.etag, shards }
}
