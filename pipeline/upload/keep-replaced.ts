import { Failure } from '../model/failure.ts'
import type { Entry } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { keptKey } from './own-keys.ts'

/**
 * Copy what a plan replaces or drops to where its digest names it, within the store: so a release can be restored whose objects are gone from their keys.
 *
 * Only what goes is copied, not all that comes: a new page costs nothing, and a bucket needs no versioning. An object that isn't what was published (somebody
 * changed it by hand) is not kept: it is nobody's release.
 */
export async function keepReplaced(store: Store, steps: readonly Step[], signal: AbortSignal): Promise<void> {
  const going = new Map(replacedBy(steps).map((entry) => [keptKey(entry), entry]))
  await inParallel([...going], async ([kept, { key, headers, etag }]) => {
    try {
      await store.copy(key, kept, headers, { etag }, signal)
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'condition-failed') throw error
    }
  })
}

/** What isn't under its key any more once the steps are done. */
export function replacedBy(steps: readonly Step[]): Entry[] {
  return steps.flatMap(goes)
}

function goes(step: Step): Entry[] {
  switch (step.kind) {
    case 'keep':
      return []
    case 'delete':
      return [step.entry]
    case 'put':
      return step.published !== null && keptKey(step.published) !== keptKey(step.artifact) ? [step.published] : []
  }
}
