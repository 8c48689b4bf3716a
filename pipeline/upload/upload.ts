import type { Key, StagedArtifact } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import type { Articles } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { releaseManifest } from '../plan/release-manifest.ts'
import { type UploadGroup, uploadGroup } from '../plan/upload-order.ts'
import { commitManifest } from './commit-manifest.ts'
import type { CountingStore } from './counting-store.ts'
import { encodeBody } from './encode-body.ts'
import { inParallel } from './in-parallel.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { releaseId } from './release-id.ts'

export interface UploadOptions {
  /** Of `plan`, against `published`. */
  readonly steps: readonly Step[]
  /** What is known of the articles behind them. */
  readonly articles: Articles
  /** The bytes of an artifact that is to be put, called once for each. */
  readonly body: (artifact: StagedArtifact) => Promise<Uint8Array>
  readonly store: CountingStore
  readonly published: PublishedManifest
  readonly release: {
    readonly commit: string | null
    readonly time: Date
    /** `colophon 0.1.0`. */
    readonly generator: string
  }
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
  readonly deleted: readonly Key[]
  readonly kept: number
  /** Of what was put. */
  readonly bytes: number
  /** All that the store was asked since it was opened. */
  readonly requests: number
}

type Put = Extract<Step, { kind: 'put' }>

/** A group in which so many objects failed is given up. */
const patience = 20

/**
 * Carry out a plan: group after group, then the manifest, which is the commit, then the deletions.
 *
 * Laws: after a failed put nothing more is put, nothing is deleted, and the manifest is as it was. Where the plan changes nothing, nothing is written.
 *
 * @throws {Failure} `upload-failed` with the errors of all objects of the group that failed, `release-raced`, `deletions-left`
 * @throws {unknown} the signal's reason, where it came to stop
 */
export async function upload(options: UploadOptions): Promise<UploadOutcome> {
  const { steps, articles, store, published, release } = options
  const { manifest } = published
  const puts = steps.filter((step) => step.kind === 'put')
  const deleted = steps.filter((step) => step.kind === 'delete').map(({ key }) => key)
  const outcome = {
    put: puts.map(({ key }) => key),
    deleted,
    kept: steps.length - puts.length - deleted.length,
    bytes: puts.reduce((sum, { artifact }) => sum + artifact.size, 0),
  }
  if (changesNothing(steps, articles, published)) return { release: manifest.release, ...outcome, requests: store.requests }
  const etags = await putAll(puts, options)
  options.signal?.throwIfAborted()
  const id = releaseId(release.time, release.commit, manifest.release)
  const next = releaseManifest(manifest, steps, etags, { release: id, commit: release.commit, time: release.time, articles })
  await commitManifest(store, next, published, release.generator)
  await deleteAll(store, deleted, id)
  return { release: id, ...outcome, requests: store.requests }
}

function changesNothing(steps: readonly Step[], articles: Articles, { manifest }: PublishedManifest): boolean {
  const { entries } = manifest
  return steps.every((step) => step.kind === 'keep' && entries.get(step.key) === step.entry) && sameArticles(articles, manifest.articles)
}

function sameArticles(one: Articles, other: Articles): boolean {
  if (one.size !== other.size) return false
  return [...one].every(([id, record]) => record === other.get(id) || JSON.stringify(record) === JSON.stringify(other.get(id)))
}

async function putAll(puts: readonly Put[], options: UploadOptions): Promise<Map<Key, string>> {
  const etags = new Map<Key, string>()
  for (const [group, members] of Map.groupBy(puts, uploadGroup)) await putGroup(group, members, options, etags)
  return etags

  async function putGroup(group: UploadGroup, members: readonly Put[], { store, signal, onPut }: UploadOptions, done: Map<Key, string>) {
    const errors: Failure[] = []
    await inParallel(members, async ({ key, artifact }) => {
      if (errors.length >= patience) return
      signal?.throwIfAborted()
      try {
        const body = await encodeBody(await trueBody(artifact, options), artifact.headers.contentEncoding)
        const { etag } = await store.put(key, body, artifact.headers)
        done.set(key, etag)
        onPut?.(done.size, puts.length)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        errors.push(error)
      }
    })
    if (errors.length > 0) throw uploadFailed(group, members.length, errors)
  }
}

/** What goes out is what was built. */
async function trueBody(artifact: StagedArtifact, { body }: UploadOptions): Promise<Uint8Array> {
  const bytes = await body(artifact)
  if (digest(bytes) === artifact.digest) return bytes
  throw new Failure('artifact-changed', {
    exit: 3,
    what: `\`${artifact.key}\` is no longer what was built.`,
    why: 'Its bytes changed between building and uploading.',
    next: 'Check the disk, then run the command again.',
  })
}

function uploadFailed(group: UploadGroup, size: number, errors: readonly Failure[]): Failure {
  const reasons = [...new Set(errors.map(({ text }) => (text.why === undefined ? text.what : `${text.what} ${text.why}`)))]
  return new Failure(
    'upload-failed',
    {
      exit: 3,
      what: `${errors.length} of ${size} objects (${group}) could not be uploaded. The site is what it was, but for what went before them.`,
      why: reasons.join('\n'),
      next: errors[0]?.text.next ?? 'Run the command again.',
    },
    { cause: new AggregateError(errors) },
  )
}

async function deleteAll(store: Store, keys: readonly Key[], release: string): Promise<void> {
  if (keys.length === 0) return
  try {
    await store.delete(keys)
  } catch (error) {
    throw error instanceof Failure ? deletionsLeft(keys, release, error) : error
  }
}

function deletionsLeft(keys: readonly Key[], release: string, cause: Failure): Failure {
  const what = `Release ${release} is published, but not all of ${keys.length} old objects could be deleted, \`${keys[0]}\` first among them.`
  return new Failure('deletions-left', { exit: 3, what, why: cause.text.what, next: cause.text.next }, { cause })
}
