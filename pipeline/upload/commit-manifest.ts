import type { ObjectHeaders } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import { type Manifest, manifestVersion } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { articlesShard, toldBy } from './manifest-articles.ts'
import { layoutIn } from './manifest-layout.ts'
import { type ManifestRoot, parseRoot, rootBody, rootKey } from './manifest-root.ts'
import { shardsOf } from './manifest-shard.ts'
import { releaseKey } from './own-keys.ts'
import { putOwn } from './put-own.ts'
import type { PublishedManifest } from './read-manifest.ts'

const historyHeaders: ObjectHeaders = { contentType: 'application/json', cacheControl: 'no-cache' }
const shardHeaders: ObjectHeaders = { contentType: 'application/octet-stream', cacheControl: 'public, max-age=31536000, immutable' }

/** What a commit says beside the manifest. */
export type RootNotes = Pick<ManifestRoot, 'generator' | 'nonce' | 'leaving' | 'left' | 'pin' | 'unfinished' | 'expires'>

/**
 * Make `manifest` the published one: first the shards that aren't there yet and the root of the release that it replaces, then the root, on condition that
 * nobody replaced it since `published` was read.
 *
 * @throws {Failure} `release-raced`
 */
export async function commitManifest(
  store: Store,
  manifest: Manifest,
  published: PublishedManifest,
  notes: RootNotes,
  signal?: AbortSignal,
): Promise<void> {
  const { made } = manifest
  const asideNames = Object.keys(published.aside)
  const shards = shardsOf(
    [...manifest.entries.values()],
    asideNames.length === 0 ? undefined : layoutIn(Object.keys(published.root.shards)),
  )
  const articles = articlesShard(made.articles)
  const there = new Set([...Object.values(published.root.shards), published.root.articles].map((shard) => shard?.key))
  const missing = [...shards.values(), ...(articles === null ? [] : [articles])].filter(({ name }) => !there.has(name.key))
  await inParallel(missing, ({ name, body }) => store.put(name.key, body(), shardHeaders, undefined, signal))
  const { root } = published
  if (root.release !== null && root.release !== manifest.release) {
    await store.put(releaseKey(root.release), rootBody({ ...root, unfinished: null }), historyHeaders, undefined, signal)
  }
  const { release, previous, commit, time } = manifest
  const names = { ...published.aside, ...Object.fromEntries([...shards].map(([name, shard]) => [name, shard.name])) }
  const told = made.articles.values().reduce((sum, record) => sum + toldBy(record), 0)
  const learnt = { articles: articles?.name ?? null, inputs: made.inputs, due: made.due, indexes: made.indexes, told }
  await replaceRoot(
    store,
    { version: manifestVersion, release, previous, commit, time, ...notes, shards: names, ...learnt },
    published.etag,
    signal,
  )
}

/** @returns the new root's ETag @throws {Failure} `release-raced` */
export async function replaceRoot(store: Store, root: ManifestRoot, etag: string | null, signal?: AbortSignal): Promise<string> {
  const condition = etag === null ? { kind: 'absent' as const } : { kind: 'match' as const, etag }
  const put = await putOwn(store, rootKey, rootBody(root), condition, signal)
  if (put.kind === 'written') return put.etag
  throw raced(store, put.current?.body ?? null)
}

function raced(store: Store, current: Uint8Array | null): Failure {
  const winner = current === null ? 'its manifest was deleted' : `release ${parseRoot(current, store.name).release} was published`
  return new Failure('release-raced', {
    exit: 3,
    what: `Another publish came first: ${winner} in ${store.name} in the meantime.`,
    next: 'Run the command again; it starts from what is published now.',
  })
}
