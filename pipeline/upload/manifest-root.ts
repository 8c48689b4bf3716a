import type { Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import { parseKey } from '../model/key.ts'

/** Where the root object lies; whoever replaces it publishes. */
export const rootKey = '_colophon/manifest.json' as Key

/** The part of a manifest that lies in an object of its own. */
export interface ShardName {
  readonly key: Key
  /** Of its JSON, uncompressed. */
  readonly digest: Digest
}

/** The object that names the release and the shards of its manifest. */
export interface ManifestRoot {
  readonly version: 1
  readonly release: string
  readonly previous: string | null
  readonly commit: string | null
  /** ISO 8601, UTC. */
  readonly time: string
  /** What wrote it: `colophon 0.1.0`. */
  readonly generator: string
  readonly shards: Readonly<Record<string, ShardName>>
  /** The records of articles; null where there are none. */
  readonly articles: ShardName | null
}

/**
 * @param store for people
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export function parseRoot(body: Uint8Array, store: string): ManifestRoot {
  const root = parseJson(body)
  if (!isObject(root) || typeof root['version'] !== 'number') throw manifestCorrupt(rootKey, store)
  if (root['version'] > 1) throw newerManifest(root, store)
  if (!isRoot(root)) throw manifestCorrupt(rootKey, store)
  return root
}

export function manifestCorrupt(key: Key, store: string): Failure {
  return new Failure('manifest-corrupt', {
    exit: 3,
    what: `\`${key}\` in ${store} is missing, cut off or damaged.`,
    why: 'It tells what is published; without it nothing can be compared.',
    next: `Restore it from a backup or an older version of the object. Or delete \`${rootKey}\` and publish again: everything is uploaded anew, and objects of older releases stay behind.`,
  })
}

function newerManifest(root: Readonly<Record<string, unknown>>, store: string): Failure {
  const writer = typeof root['generator'] === 'string' ? root['generator'].slice(0, 80) : 'a newer Colophon'
  return new Failure('manifest-version', {
    exit: 3,
    what: `The manifest in ${store} has version ${root['version']}, this Colophon reads version 1.`,
    why: `It was written by ${writer}.`,
    next: 'Publish with that version, or a newer one.',
  })
}

function isRoot(root: Readonly<Record<string, unknown>>): root is Readonly<Record<string, unknown>> & ManifestRoot {
  const { release, previous, commit, time, generator, shards, articles } = root
  const texts = [release, time, generator].every((value) => typeof value === 'string')
  const optional = [previous, commit].every((value) => value === null || typeof value === 'string')
  return (
    root['version'] === 1 &&
    texts &&
    optional &&
    isObject(shards) &&
    [...Object.values(shards), ...(articles === null ? [] : [articles])].every(isShardName)
  )
}

function isShardName(value: unknown): boolean {
  return isObject(value) && typeof value['key'] === 'string' && parseKey(value['key']) !== null && typeof value['digest'] === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown
  } catch {
    return null
  }
}
