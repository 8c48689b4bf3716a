import type { Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import { parseKey } from '../model/key.ts'
import { type IndexInputs, manifestVersion } from '../model/manifest.ts'

/** Where the root object lies; whoever replaces it publishes. */
export const rootKey = '_colophon/manifest.json' as Key

/** The part of a manifest that lies in an object of its own. */
export interface ShardName {
  readonly key: Key
  /** Of its content, uncompressed. */
  readonly digest: Digest
  /** How many it holds. */
  readonly entries: number
}

/** A release that stays until somebody lets it go: a rollback made it. */
export interface Pin {
  /** The one that was restored. */
  readonly release: string
  /** Of the release that was taken back. */
  readonly commit: string | null
}

/** The object that names the release and the shards of its manifest. */
export interface ManifestRoot {
  readonly version: typeof manifestVersion
  /** Null while the very first release is under way. */
  readonly release: string | null
  readonly previous: string | null
  readonly commit: string | null
  /** ISO 8601, UTC. */
  readonly time: string | null
  /** What wrote it: `colophon 0.1.0`. */
  readonly generator: string
  /** Of the lease that it was written under: no two writers ever write the same. */
  readonly nonce: string
  readonly shards: Readonly<Record<string, ShardName>>
  /** The records of articles; null where there are none. */
  readonly articles: ShardName | null
  /** Of all that the release was made from; null where the next publish must look, whatever it finds there. */
  readonly inputs: Digest | null
  /** When something of it changes by the clock alone, ISO 8601; null where nothing does. */
  readonly due: string | null
  /** Of what its indexes were made from. */
  readonly indexes: IndexInputs
  /** Errors and held editions that each publish tells; the records of articles name them. */
  readonly told: number
  /** What the release before had and this one hasn't: readers may still be on their way there, so it is deleted after the next release. */
  readonly leaving: readonly Key[]
  /** What was deleted once this release was committed. */
  readonly left: readonly Key[]
  readonly pin: Pin | null
  /** Keys that a publish has begun to write, and may not have finished: nobody knows what stands there. Null between two publishes. */
  readonly unfinished: readonly Key[] | null
  /** When a preview may be removed, ISO 8601; null for what stays. */
  readonly expires: string | null
}

/** Before anything was published. */
export const emptyRoot: ManifestRoot = {
  version: manifestVersion,
  release: null,
  previous: null,
  commit: null,
  time: null,
  generator: '',
  nonce: '',
  shards: {},
  articles: null,
  inputs: null,
  due: null,
  indexes: {},
  told: 0,
  leaving: [],
  left: [],
  pin: null,
  unfinished: null,
  expires: null,
}

export function rootBody(root: ManifestRoot): Buffer {
  return Buffer.from(`${JSON.stringify(root, null, 2)}\n`)
}

/**
 * @param at where it was found, and in which store, for people
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export function parseRoot(body: Uint8Array, store: string, at: Key = rootKey): ManifestRoot {
  const root = parseJson(body)
  if (!isObject(root) || !Number.isSafeInteger(root['version']) || Number(root['version']) < 1) throw manifestCorrupt(at, store)
  if (root['version'] !== manifestVersion) throw otherVersion(root, at, store)
  const whole = { ...emptyRoot, release: undefined, shards: undefined, time: undefined, generator: undefined, ...root }
  if (!isRoot(whole)) throw manifestCorrupt(at, store)
  return whole
}

export function manifestCorrupt(key: Key, store: string): Failure {
  return new Failure('manifest-corrupt', {
    exit: 3,
    what: `\`${key}\` in ${store} is missing, cut off or damaged.`,
    why: 'It tells what is published; without it nothing can be compared.',
    next: `Restore it from a backup or an older version of the object. Or delete \`${rootKey}\` and publish again: everything is uploaded anew, and objects of older releases stay behind.`,
  })
}

function otherVersion(root: Readonly<Record<string, unknown>>, at: Key, store: string): Failure {
  const newer = Number(root['version']) > manifestVersion
  const writer = typeof root['generator'] === 'string' ? root['generator'].slice(0, 80) : `${newer ? 'a newer' : 'an older'} Colophon`
  return new Failure('manifest-version', {
    exit: 3,
    what: `\`${at}\` in ${store} has version ${root['version']}, this Colophon reads version ${manifestVersion}.`,
    why: `It was written by ${writer}.`,
    next: newer
      ? 'Publish with that version, or a newer one.'
      : 'Publish with that version. Or delete the folder `_colophon/` there and publish again: everything is uploaded anew, older releases can no longer be restored, and `colophon verify` names what stays behind.',
  })
}

type Unchecked = Readonly<Record<string, unknown>>

function isRoot(root: Unchecked): root is Unchecked & ManifestRoot {
  const { generator, nonce, shards, articles, leaving, left, unfinished, pin } = root
  const { release, time, indexes, told } = root
  const optional = ['release', 'previous', 'commit', 'time', 'expires', 'inputs', 'due'].every((name) => isTextOrNull(root[name]))
  const keys = [leaving, left, unfinished ?? []].every((list) => Array.isArray(list) && list.every(isKey))
  return (
    optional &&
    (release === null) === (time === null) &&
    [generator, nonce].every((value) => typeof value === 'string') &&
    isObject(shards) &&
    Object.values(shards).every(isShardName) &&
    (articles === null || isShardName(articles)) &&
    isObject(indexes) &&
    typeof told === 'number' &&
    keys &&
    (pin === null || isPin(pin))
  )
}

function isShardName(value: unknown): boolean {
  return isObject(value) && isKey(value['key']) && typeof value['digest'] === 'string' && typeof value['entries'] === 'number'
}

function isPin(value: unknown): boolean {
  return isObject(value) && typeof value['release'] === 'string' && isTextOrNull(value['commit'])
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && parseKey(value) !== null
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isObject(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown
  } catch {
    return null
  }
}
