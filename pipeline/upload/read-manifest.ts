import type { Manifest } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import type { ManifestRoot, ShardName } from './manifest-root.ts'
import { OpenManifest, openManifest } from './open-manifest.ts'

/** A manifest as it stands in a store. */
export interface PublishedManifest {
  /** Without the entries of the shards that are left aside. */
  readonly manifest: Manifest
  /** Of the root object; null where there is none. */
  readonly etag: string | null
  readonly root: ManifestRoot
  /** Shards that weren't read, by name: nothing in them changes. */
  readonly aside: Readonly<Record<string, ShardName>>
}

/**
 * What is published: the root object, then all of its shards.
 *
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export async function readManifest(store: Store): Promise<PublishedManifest> {
  const open = await openManifest(store)
  await open.entries()
  return await open.sofar()
}

/** The manifest that a root names: that of what is published, or of a release before. @throws {Failure} `manifest-corrupt` */
export async function manifestOf(root: ManifestRoot, store: Store): Promise<Manifest> {
  const open = new OpenManifest(store, root, null)
  await open.entries()
  return (await open.sofar()).manifest
}
