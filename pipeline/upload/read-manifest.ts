import { type Manifest, nothingPublished } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { readArticles } from './manifest-articles.ts'
import { emptyRoot, type ManifestRoot, manifestCorrupt, parseRoot, rootKey, type ShardName } from './manifest-root.ts'
import { readShard } from './manifest-shard.ts'

/** A manifest as it stands in a store. */
export interface PublishedManifest {
  readonly manifest: Manifest
  /** Of the root object; null where there is none. */
  readonly etag: string | null
  readonly root: ManifestRoot
}

/**
 * What is published: the root object, then its shards.
 *
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export async function readManifest(store: Store): Promise<PublishedManifest> {
  const found = await store.get(rootKey)
  if (found === null) return { manifest: nothingPublished, etag: null, root: emptyRoot }
  const root = parseRoot(found.body, store.name)
  return { manifest: await manifestOf(root, store), etag: found.etag, root }
}

/** The manifest that a root names: that of what is published, or of a release before. @throws {Failure} `manifest-corrupt` */
export async function manifestOf({ release, previous, commit, time, shards, articles }: ManifestRoot, store: Store): Promise<Manifest> {
  const part = async (name: ShardName): Promise<Uint8Array> => {
    const object = await store.get(name.key)
    if (object === null) throw manifestCorrupt(name.key, store.name)
    return object.body
  }
  const [records, parts] = await Promise.all([
    articles === null ? new Map() : part(articles).then((body) => readArticles(body, articles, store.name)),
    inParallel(Object.values(shards), async (name) => readShard(await part(name), name, store.name)),
  ])
  const entries = new Map(parts.flat().map((entry) => [entry.key, entry]))
  return { version: 1, release, previous, commit, time, entries, articles: records }
}
