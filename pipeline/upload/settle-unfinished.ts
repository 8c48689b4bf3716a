import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Entry } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { keptKey } from './own-keys.ts'
import type { PublishedManifest } from './read-manifest.ts'

/**
 * Make good what an unfinished publish may have written and this plan doesn't put: what the release has there is restored.
 *
 * @returns what no release ever had: it is to be deleted
 * @throws {Failure} `content-lost`
 */
export async function settleUnfinished(
  store: Store,
  steps: readonly Step[],
  { root, manifest }: PublishedManifest,
  signal: AbortSignal,
): Promise<Key[]> {
  const fates = new Map(steps.map((step) => [step.key, step]))
  const unfinished = root.unfinished ?? []
  const kept = unfinished.flatMap((key) => {
    const step = fates.get(key)
    return step?.kind === 'keep' ? [step.entry] : []
  })
  await inParallel(kept, (entry) => restore(store, entry, signal))
  return unfinished.filter((key) => !fates.has(key) && !manifest.entries.has(key))
}

/** What was replaced was kept before it was replaced. */
async function restore(store: Store, entry: Entry, signal: AbortSignal): Promise<void> {
  const { key, headers, etag } = entry
  if ((await store.get(key))?.etag === etag) return
  try {
    await store.copy(keptKey(entry), key, headers, undefined, signal)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'condition-failed') throw error
    throw contentLost(key, store, error)
  }
}

function contentLost(key: Key, store: Store, cause: Failure): Failure {
  return new Failure(
    'content-lost',
    {
      exit: 3,
      what: `\`${key}\` in ${store.name} is not what was published, and no copy of that is left.`,
      why: 'A publish that was cut short may have replaced it, or somebody did by hand.',
      next: 'Publish what it is made from: correct the errors that hold it back, and leave out --locale and --article.',
    },
    { cause },
  )
}
