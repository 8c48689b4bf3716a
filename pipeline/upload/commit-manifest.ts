import type { ObjectHeaders } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Condition, Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { articlesShard } from './manifest-articles.ts'
import { type ManifestRoot, parseRoot, rootKey } from './manifest-root.ts'
import { shardsOf } from './manifest-shard.ts'
import type { PublishedManifest } from './read-manifest.ts'

const rootHeaders: ObjectHeaders = { contentType: 'application/json', cacheControl: 'no-cache' }
const shardHeaders: ObjectHeaders = { contentType: 'application/gzip', cacheControl: 'public, max-age=31536000, immutable' }

/**
 * Make `manifest` the published one: first the shards that aren't there yet, then the root, on condition that nobody replaced it since `published` was read.
 *
 * @param manifest that of a release
 * @throws {Failure} `release-raced`
 */
export async function commitManifest(store: Store, manifest: Manifest, published: PublishedManifest, generator: string): Promise<void> {
  const shards = shardsOf(manifest)
  const articles = articlesShard(manifest.articles)
  const there = new Set([...Object.values(published.shards), published.articles].map((shard) => shard?.key))
  const missing = [...shards.values(), ...(articles === null ? [] : [articles])].filter(({ name }) => !there.has(name.key))
  await inParallel(missing, ({ name, body }) => store.put(name.key, body(), shardHeaders))
  const root: ManifestRoot = {
    version: 1,
    release: manifest.release ?? '',
    previous: manifest.previous,
    commit: manifest.commit,
    time: manifest.time ?? '',
    generator,
    shards: Object.fromEntries([...shards].map(([name, shard]) => [name, shard.name])),
    articles: articles?.name ?? null,
  }
  await replaceRoot(store, root, published.etag)
}

async function replaceRoot(store: Store, root: ManifestRoot, etag: string | null): Promise<void> {
  const body = Buffer.from(`${JSON.stringify(root, null, 2)}\n`)
  const condition: Condition = etag === null ? { kind: 'absent' } : { kind: 'match', etag }
  try {
    await store.put(rootKey, body, rootHeaders, condition)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'condition-failed') throw error
    // The answer to our own write may have been lost, and the adapter have sent it again.
    const current = await store.get(rootKey)
    if (current === null || !body.equals(current.body)) throw raced(store, current?.body ?? null, error)
  }
}

function raced(store: Store, current: Uint8Array | null, cause: Failure): Failure {
  const winner = current === null ? 'its manifest was deleted' : `release ${parseRoot(current, store.name).release} was published`
  return new Failure(
    'release-raced',
    {
      exit: 3,
      what: `Another publish came first: ${winner} in ${store.name} in the meantime.`,
      next: 'Run the command again; it starts from what is published now.',
    },
    { cause },
  )
}
