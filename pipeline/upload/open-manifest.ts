import type { Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { type Articles, type Entry, type Made, manifestVersion, nothingMade } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { decodeBody } from './decode-body.ts'
import { inParallel } from './in-parallel.ts'
import { readArticles } from './manifest-articles.ts'
import { type Layout, layoutIn, shardOf } from './manifest-layout.ts'
import { emptyRoot, type ManifestRoot, manifestCorrupt, parseRoot, rootKey, type ShardName } from './manifest-root.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { readShard } from './read-shard.ts'

/**
 * The published manifest, of which only what is asked for is read, once.
 *
 * Every method throws a `Failure`: `manifest-corrupt`, and those of the store.
 */
export class OpenManifest {
  readonly root: ManifestRoot
  /** Of the root object; null where there is none. */
  readonly etag: string | null
  readonly #store: Store
  readonly #shards = new Map<string, Promise<void>>()
  readonly #entries = new Map<Key, Entry>()
  #articles: Promise<Articles> | null = null
  #layout: Layout | null = null

  constructor(store: Store, root: ManifestRoot, etag: string | null) {
    this.#store = store
    this.root = root
    this.etag = etag
  }

  async made(): Promise<Made> {
    const { inputs, due, indexes, articles: name } = this.root
    if (name === null) return { ...nothingMade, inputs, due, indexes }
    this.#articles ??= this.#part(name).then((body) => readArticles(body, name, this.#store.name))
    return { inputs, due, indexes, articles: await this.#articles }
  }

  /** What is published under a key; reads the shard that would hold it. */
  async entry(key: Key): Promise<Entry | undefined> {
    this.#layout ??= layoutIn(Object.keys(this.root.shards))
    await this.#read(shardOf(key, this.#layout))
    return this.#entries.get(key)
  }

  /** The text of a published object; null where there is none, or another one than was published. */
  async text(key: Key): Promise<string | null> {
    const entry = await this.entry(key)
    const object = entry && (await this.#store.get(key))
    if (entry === undefined || object == null) return null
    const body = await decodeBody(object.body, object.headers.contentEncoding)
    return body !== null && digest(body) === entry.digest ? Buffer.from(body).toString('utf8') : null
  }

  /** All that is published. */
  async entries(): Promise<ReadonlyMap<Key, Entry>> {
    await inParallel(Object.keys(this.root.shards), (name) => this.#read(name))
    return this.#entries
  }

  /** What was read so far, the shards that nobody asked about aside. */
  async sofar(): Promise<PublishedManifest> {
    const { release, previous, commit, time, shards } = this.root
    await Promise.all(this.#shards.values())
    const aside = Object.fromEntries(Object.entries(shards).filter(([name]) => !this.#shards.has(name)))
    const manifest = { version: manifestVersion, release, previous, commit, time, entries: this.#entries, made: await this.made() }
    return { manifest, etag: this.etag, root: this.root, aside }
  }

  async #read(name: string): Promise<void> {
    const shard = this.root.shards[name]
    if (shard === undefined) return
    const reading = this.#shards.get(name) ?? this.#readShard(shard)
    this.#shards.set(name, reading)
    await reading
  }

  async #readShard(name: ShardName): Promise<void> {
    for (const entry of readShard(await this.#part(name), name, this.#store.name)) this.#entries.set(entry.key, entry)
  }

  async #part(name: ShardName): Promise<Uint8Array> {
    const object = await this.#store.get(name.key)
    if (object === null) throw manifestCorrupt(name.key, this.#store.name)
    return object.body
  }
}

/** Reads the root alone. @throws {Failure} `manifest-corrupt`, `manifest-version` */
export async function openManifest(store: Store): Promise<OpenManifest> {
  const found = await store.get(rootKey)
  return found === null ? new OpenManifest(store, emptyRoot, null) : new OpenManifest(store, parseRoot(found.body, store.name), found.etag)
}
