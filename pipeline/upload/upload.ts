import { isDeepStrictEqual } from 'node:util'
import { type Key, sameHeaders } from '../model/artifact.ts'
import type { Failure } from '../model/failure.ts'
import type { Entry, Made, Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import { releaseManifest } from '../plan/release-manifest.ts'
import { commitManifest, replaceRoot } from './commit-manifest.ts'
import { type Deletions, deleteDeparted, departures } from './departures.ts'
import { keepReplaced } from './keep-replaced.ts'
import { sameRecord } from './manifest-articles.ts'
import type { Pin } from './manifest-root.ts'
import { type PutOptions, putAll } from './put-all.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { releaseId } from './release-id.ts'
import { settleUnfinished } from './settle-unfinished.ts'

export interface UploadOptions extends PutOptions {
  /** Of `plan`, against `published`, with what is unfinished there. */
  readonly steps: readonly Step[]
  /** What is known of what they come from. */
  readonly made: Made
  readonly published: PublishedManifest
  readonly release: {
    readonly commit: string | null
    readonly time: Date
    /** `colophon 0.1.0`. */
    readonly generator: string
    /** Of the release that this makes: none, unless it is a rollback. */
    readonly pin?: Pin | null
    /** Of a preview. */
    readonly expires?: Date | null
  }
  /** Default: `graceful`. */
  readonly deletions?: Deletions
  /** Stops the upload between two objects; once the manifest is written, nothing stops it. */
  readonly signal?: AbortSignal
}

export interface UploadOutcome {
  /** The one that is published now; null where nothing ever was. */
  readonly release: string | null
  /** Content keys, in upload order. */
  readonly put: readonly Key[]
  /** Content keys that this release no longer has. Their objects go with the release after it. */
  readonly deleted: readonly Key[]
  /** Content keys that earlier releases dropped, and whose objects went with this one. */
  readonly removed: readonly Key[]
  /** `deletions-left`: the release is published, but what earlier ones dropped is still there. Its cause is why. */
  readonly undeleted: Failure | null
  readonly kept: number
  /** Of what was put. */
  readonly bytes: number
}

/** Whether a plan leaves a store as it is; then it needs no lease. */
export function changesNothing(steps: readonly Step[], made: Made, { manifest, root }: PublishedManifest): boolean {
  const kept = steps.every((step) => step.kind === 'keep' && manifest.entries.get(step.key) === step.entry)
  return kept && root.unfinished === null && root.pin === null && sameMade(made, manifest.made)
}

function sameMade(one: Made, other: Made): boolean {
  const sameInputs = one.inputs === other.inputs && one.due === other.due
  const same = sameInputs && isDeepStrictEqual(one.indexes, other.indexes) && one.articles.size === other.articles.size
  return same && one.articles.entries().every(([id, record]) => sameRecord(record, other.articles.get(id)))
}

/** What carrying out a plan comes to. */
export function planOutcome(steps: readonly Step[]): Pick<UploadOutcome, 'put' | 'deleted' | 'kept' | 'bytes'> {
  const puts = steps.filter((step) => step.kind === 'put')
  const deleted = steps.filter((step) => step.kind === 'delete').map(({ key }) => key)
  return {
    put: puts.map(({ key }) => key),
    deleted,
    kept: steps.length - puts.length - deleted.length,
    bytes: puts.reduce((sum, { artifact }) => sum + artifact.size, 0),
  }
}

/**
 * Carry out a plan, as the holder of the store's lease:
 *
 * 1. say in the root which keys will be written, so that whoever finds it unfinished knows what to put again;
 * 2. keep a copy of what will be replaced or dropped, so that the release can be restored;
 * 3. put group after group;
 * 4. replace the root: the commit;
 * 5. delete what the release before this one had dropped already.
 *
 * Laws: after a failed put nothing more is put, nothing is deleted, and the published release is what it was. Where the plan changes nothing, nothing is
 * written.
 *
 * @throws {Failure} `upload-failed` with the errors of all objects of the group that failed, `release-raced`, `lease-lost`
 * @throws {unknown} the signal's reason, where it came to stop
 */
export async function upload(options: UploadOptions): Promise<UploadOutcome> {
  const { steps, made, store, release, lease } = options
  const outcome = planOutcome(steps)
  const pinning = (release.pin ?? null) !== null
  if (!pinning && changesNothing(steps, made, options.published))
    return { release: options.published.manifest.release, removed: [], undeleted: null, ...outcome }
  const published = await announce(options)
  const strays = await settleUnfinished(store, steps, published, lease.signal)
  await keepReplaced(store, steps, lease.signal)
  const etags = await putAll(options)
  options.signal?.throwIfAborted()
  const next = nextManifest(options, etags)
  const { leaving, left } = departures(next, { steps, root: published.root, strays, deletions: options.deletions ?? 'graceful' })
  const { generator, pin = null, expires = null } = release
  const notes = { generator, nonce: lease.nonce, leaving, left, pin, unfinished: null, expires: expires?.toISOString() ?? null }
  await commitManifest(store, next, published, notes, lease.signal)
  const undeleted = await deleteDeparted(store, left, next.release ?? '', lease.signal)
  return { release: next.release, removed: undeleted === null ? left : [], undeleted, ...outcome }
}

/** Say in the root what is about to be written. From here on, whoever reads it knows what to put again. */
async function announce({ steps, store, published, lease }: UploadOptions): Promise<PublishedManifest> {
  const puts = steps.filter(({ kind }) => kind === 'put').map(({ key }) => key)
  const unfinished = [...new Set([...(published.root.unfinished ?? []), ...puts])]
  const root = { ...published.root, unfinished, nonce: lease.nonce }
  return { ...published, root, etag: await replaceRoot(store, root, published.etag, lease.signal) }
}

/** A release that differs in nothing from the one before is that one: so it is where objects were only put again. */
function nextManifest({ steps, made, published: { manifest, root }, release }: UploadOptions, etags: ReadonlyMap<Key, string>): Manifest {
  const { commit, time, pin = null } = release
  const next = releaseManifest(manifest, steps, etags, { release: releaseId(time, commit, manifest.release), commit, time, made })
  const same =
    next.entries.size === manifest.entries.size &&
    [...next.entries.values()].every((entry) => isSame(entry, manifest.entries.get(entry.key))) &&
    sameMade(made, manifest.made) &&
    JSON.stringify(pin) === JSON.stringify(root.pin)
  return same ? { ...manifest, entries: next.entries } : next
}

function isSame(one: Entry, other: Entry | undefined): boolean {
  if (other === undefined || one === other) return one === other
  const alike = one.digest === other.digest && one.inputs === other.inputs && one.kind === other.kind
  return alike && sameHeaders(one.headers, other.headers) && JSON.stringify(one.card) === JSON.stringify(other.card)
}
