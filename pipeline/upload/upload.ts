import { isDeepStrictEqual } from 'node:util'
import { type Key, type StagedArtifact, sameHeaders } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import type { Entry, Made, Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { releaseManifest } from '../plan/release-manifest.ts'
import { uploadGroups } from '../plan/upload-order.ts'
import { commitManifest, replaceRoot } from './commit-manifest.ts'
import { encodeBody } from './encode-body.ts'
import { inParallel } from './in-parallel.ts'
import { keepReplaced } from './keep-replaced.ts'
import type { Lease } from './lease.ts'
import { sameRecord } from './manifest-articles.ts'
import type { Pin } from './manifest-root.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { releaseId } from './release-id.ts'
import { settleUnfinished } from './settle-unfinished.ts'
import type { StoredPlace } from './stored-contents.ts'

/** Where the bytes of an object come from: from here, or from the store itself, as they stand there. */
export type Origin = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | ({ readonly kind: 'stored' } & StoredPlace)

export interface UploadOptions {
  /** Of `plan`, against `published`, with what is unfinished there. */
  readonly steps: readonly Step[]
  /** What is known of what they come from. */
  readonly made: Made
  /** Of an artifact that is to be put, called once for each. */
  readonly origin: (artifact: StagedArtifact) => Promise<Origin>
  readonly store: Store
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
  readonly lease: Lease
  /** When what is dropped goes: after one more release (readers may be on their way there), at once, or not by this publish, whatever was dropped before. */
  readonly deletions?: 'graceful' | 'immediate' | 'none'
  /** Stops the upload between two objects; once the manifest is written, nothing stops it. */
  readonly signal?: AbortSignal
  /** Told after every put. */
  readonly onPut?: (done: number, total: number) => void
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

type Put = Extract<Step, { kind: 'put' }>

/** A group in which so many objects failed is given up. */
const patience = 20

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
  const { leaving, left } = departures(options, next, strays)
  const { generator, pin = null, expires = null } = release
  const notes = { generator, nonce: lease.nonce, leaving, left, pin, unfinished: null, expires: expires?.toISOString() ?? null }
  await commitManifest(store, next, published, notes, lease.signal)
  const undeleted = await deleteAll(options, left, next.release ?? '')
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

/** `leaving` stays for one release more; `left` goes once this one is committed. */
function departures({ steps, published: { root }, deletions }: UploadOptions, next: Manifest, strays: readonly Key[]) {
  const { entries, release } = next
  if (release === root.release) return { leaving: root.leaving, left: [...root.left, ...strays] }
  const dropped = steps.filter(({ kind }) => kind === 'delete').map(({ key }) => key)
  const due = [...root.leaving, ...root.left, ...strays].filter((key) => !entries.has(key))
  switch (deletions ?? 'graceful') {
    case 'graceful':
      return { leaving: dropped, left: [...new Set(due)] }
    case 'immediate':
      return { leaving: [], left: [...new Set([...due, ...dropped])] }
    case 'none':
      return { leaving: [...new Set([...due, ...dropped])], left: [] }
  }
}

async function putAll(options: UploadOptions): Promise<Map<Key, string>> {
  const { steps, store, lease, signal, onPut } = options
  const puts = steps.filter((step) => step.kind === 'put')
  const etags = new Map<Key, string>()
  for (const [group, members] of Map.groupBy(puts, uploadGroups(steps))) await putGroup(group, members)
  return etags

  async function putGroup(group: string, members: readonly Put[]) {
    const errors: Failure[] = []
    await inParallel(members, async (step) => {
      if (errors.length >= patience) return
      signal?.throwIfAborted()
      lease.signal.throwIfAborted()
      try {
        etags.set(step.key, await putOne(step, options))
        onPut?.(etags.size, puts.length)
      } catch (error) {
        if (!(error instanceof Failure) || lease.signal.aborted) throw error
        errors.push(error)
      }
    })
    if (errors.length > 0) throw uploadFailed(`${members.length} objects (${group}) in ${store.name}`, errors)
  }
}

async function putOne({ key, artifact }: Put, { origin, store, lease }: UploadOptions): Promise<string> {
  const from = await origin(artifact)
  switch (from.kind) {
    case 'bytes':
      if (digest(from.bytes) !== artifact.digest) throw artifactChanged(key)
      return (
        await store.put(key, await encodeBody(from.bytes, artifact.headers.contentEncoding), artifact.headers, undefined, lease.signal)
      ).etag
    case 'stored':
      return (await store.copy(from.key, key, artifact.headers, from.etag === undefined ? undefined : { etag: from.etag }, lease.signal))
        .etag
  }
}

/** What goes out is what was built. */
function artifactChanged(key: Key): Failure {
  return new Failure('artifact-changed', {
    exit: 3,
    what: `\`${key}\` is no longer what was built.`,
    why: 'Its bytes changed between building and uploading.',
    next: 'Check the disk, then run the command again.',
  })
}

function uploadFailed(members: string, errors: readonly Failure[]): Failure {
  const reasons = [...new Set(errors.map(({ text }) => (text.why === undefined ? text.what : `${text.what} ${text.why}`)))]
  return new Failure(
    'upload-failed',
    {
      exit: 3,
      what: `${errors.length} of ${members} could not be uploaded. The site is what it was, but for what went before them.`,
      why: reasons.join('\n'),
      next: errors[0]?.text.next ?? 'Run the command again.',
    },
    { cause: new AggregateError(errors) },
  )
}

async function deleteAll({ store, lease }: UploadOptions, keys: readonly Key[], release: string): Promise<Failure | null> {
  if (keys.length === 0) return null
  try {
    await store.delete(keys, lease.signal)
    return null
  } catch (error) {
    if (error instanceof Failure) return deletionsLeft(keys, release, error)
    throw error
  }
}

function deletionsLeft(keys: readonly Key[], release: string, cause: Failure): Failure {
  const what = `Release ${release} is published, but not all of ${keys.length} old objects could be deleted, \`${keys[0]}\` first among them.`
  const why = cause.text.why === undefined ? cause.text.what : `${cause.text.what} ${cause.text.why}`
  const next = 'Mend that. The next release deletes them; `colophon releases --prune` does so at once.'
  return new Failure('deletions-left', { exit: 3, what, why, next }, { cause })
}
