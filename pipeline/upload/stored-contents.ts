import type { Key, StagedArtifact } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { keptFolder, keptKey } from './own-keys.ts'

/** An object of the store, and its ETag where it could be another one by now. */
export interface StoredPlace {
  readonly key: Key
  readonly etag?: string
}

/** Where the store itself has what an object consists of. */
export interface StoredContents {
  /** Null where it has it nowhere. */
  find(artifact: Pick<StagedArtifact, 'digest' | 'headers'>): StoredPlace | null
}

/**
 * @param staying entries whose objects stay where they are, as far as one knows
 * @param going entries whose objects are kept before they go
 */
export async function storedContents(store: Store, staying: Iterable<Entry>, going: Iterable<Entry>): Promise<StoredContents> {
  const places = new Map<Key, StoredPlace>()
  for (const entry of going) places.set(keptKey(entry), { key: keptKey(entry) })
  for (const entry of staying) places.set(keptKey(entry), { key: entry.key, etag: entry.etag })
  for await (const { key } of store.list(keptFolder)) places.set(key, { key })
  return { find: (artifact) => places.get(keptKey(artifact)) ?? null }
}
