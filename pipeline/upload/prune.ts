import type { Key } from '../model/artifact.ts'
import type { Store } from '../model/store.ts'
import { replaceRoot } from './commit-manifest.ts'
import { inParallel } from './in-parallel.ts'
import type { Lease } from './lease.ts'
import type { ManifestRoot } from './manifest-root.ts'
import { keptFolder, keptKey, releaseKey, releasesFolder, shardsFolder } from './own-keys.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { contentsOf, type OlderRelease, readReleases } from './read-releases.ts'

export interface Pruning {
  readonly store: Store
  readonly lease: Lease
  readonly published: PublishedManifest
  /** Releases that can be restored afterwards, the published one included. */
  readonly keep: number
}

export interface Pruned {
  /** Releases that can no longer be restored, the newest first. */
  readonly releases: readonly string[]
  /** Content keys whose grace ended. */
  readonly deleted: readonly Key[]
  /** Of all objects that were deleted. */
  readonly objects: number
}

/**
 * Forget releases beyond the newest ones, and delete what only they consisted of. What the published release dropped goes as well, before its time.
 *
 * As the holder of the lease: a publish that is under way keeps copies for a release that isn't there yet.
 *
 * @throws {Failure} `manifest-corrupt`, `manifest-version` of a release that is to stay: then nothing was deleted
 */
export async function prune({ store, lease, published, keep }: Pruning): Promise<Pruned> {
  const { root, manifest } = published
  const older = await readReleases(store)
  const [kept, forgotten] = [older.slice(0, keep - 1), older.slice(keep - 1)]
  const wanted = new Set<Key>([...named(root), ...[...manifest.entries.values()].map(keptKey)])
  for (const keys of await inParallel(kept, (one) => consistsOf(one, store))) for (const key of keys) wanted.add(key)
  const deleted = await presentOf(
    store,
    [...root.leaving, ...root.left].filter((key) => !manifest.entries.has(key)),
  )
  const unwanted: Key[] = [...deleted]
  for (const folder of [releasesFolder, shardsFolder, keptFolder]) {
    for await (const { key } of store.list(folder)) if (!wanted.has(key)) unwanted.push(key)
  }
  lease.signal.throwIfAborted()
  if (unwanted.length > 0) await store.delete(unwanted, lease.signal)
  if (root.leaving.length + root.left.length > 0) {
    await replaceRoot(store, { ...root, leaving: [], left: [], nonce: lease.nonce }, published.etag, lease.signal)
  }
  return { releases: forgotten.map(({ release }) => release), deleted, objects: unwanted.length }
}

/** All that an older release is restored from. */
async function consistsOf(older: OlderRelease, store: Store): Promise<Key[]> {
  const { root, manifest } = await contentsOf(older, store)
  return [releaseKey(older.release), ...named(root), ...[...manifest.entries.values()].map(keptKey)]
}

/** What the last release has deleted is gone, mostly. */
async function presentOf(store: Store, keys: readonly Key[]): Promise<Key[]> {
  const there = await inParallel(keys, async (key) => (await store.head(key)) !== null)
  return keys.filter((_, index) => there[index])
}

/** The objects that a root names. */
function named({ shards, articles }: ManifestRoot): Key[] {
  return [...Object.values(shards), articles].flatMap((shard) => (shard === null ? [] : [shard.key]))
}
