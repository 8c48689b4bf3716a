import type { Key, StagedArtifact } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { uploadGroups } from '../plan/upload-order.ts'
import { encodeBody } from './encode-body.ts'
import { inParallel } from './in-parallel.ts'
import type { Lease } from './lease.ts'
import type { StoredPlace } from './stored-contents.ts'

/** Where the bytes of an object come from: from here, or from the store itself, as they stand there. */
export type Origin = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | ({ readonly kind: 'stored' } & StoredPlace)

export interface PutOptions {
  /** Of a plan, in upload order. */
  readonly steps: readonly Step[]
  /** Of an artifact that is to be put, called once for each. */
  readonly origin: (artifact: StagedArtifact) => Promise<Origin>
  readonly store: Store
  readonly lease: Lease
  /** Stops between two objects. */
  readonly signal?: AbortSignal
  /** Told after every put. */
  readonly onPut?: (done: number, total: number) => void
}

type Put = Extract<Step, { kind: 'put' }>

/** A group in which so many objects failed is given up. */
const patience = 20

/**
 * Put what a plan puts, group after group: what a reader meets comes after what it leads to. After a group in which a put failed nothing more is put.
 *
 * @returns the ETags, as the store gave them
 * @throws {Failure} `upload-failed` with the errors of all objects of the group that failed
 */
export async function putAll(options: PutOptions): Promise<Map<Key, string>> {
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

async function putOne({ key, artifact }: Put, { origin, store, lease }: PutOptions): Promise<string> {
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
