import type { Key, StagedArtifact } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Drift } from '../plan/find-drift.ts'
import { inUploadOrder } from '../plan/upload-order.ts'
import { replaceRoot } from './commit-manifest.ts'
import { readManifest } from './read-manifest.ts'
import type { Restoring } from './restore-release.ts'
import { storedContents } from './stored-contents.ts'
import { upload } from './upload.ts'

export interface Repaired {
  readonly repaired: readonly Key[]
  /** What the store has no copy of. The next publish puts it again. */
  readonly left: readonly Key[]
}

/**
 * Put back what drifted from what was published, as far as the store has kept it; name the rest in the root, so that the next publish puts it again.
 *
 * The release stays the one that it is.
 *
 * @throws {Failure} of the upload
 */
export async function repair(
  { missing, changed, whole }: Drift,
  { store, lease, published, release, signal }: Restoring,
): Promise<Repaired> {
  const contents = await storedContents(store, whole, [])
  const drifted = [...missing, ...changed]
  const restorable = new Set(drifted.filter((entry) => contents.find(entry) !== null).map(({ key }) => key))
  const left = drifted.map(({ key }) => key).filter((key) => !restorable.has(key))
  if (restorable.size > 0) {
    const steps = inUploadOrder(
      [...published.manifest.entries.values()].map((entry) => (restorable.has(entry.key) ? again(entry) : kept(entry))),
    )
    const origin = async (artifact: StagedArtifact) => ({ kind: 'stored' as const, key: artifact.key, ...contents.find(artifact) })
    const { undeleted } = await upload({
      ...{ steps, made: published.manifest.made, origin, store, published, lease },
      ...{ release: { ...release, commit: published.manifest.commit, pin: published.root.pin }, deletions: 'none' },
      ...(signal === undefined ? {} : { signal }),
    })
    if (undeleted !== null) throw undeleted
  }
  if (left.length > 0) {
    const { root, etag } = await readManifest(store)
    await replaceRoot(store, { ...root, unfinished: left, nonce: lease.nonce }, etag, lease.signal)
  }
  return { repaired: [...restorable], left }
}

function again(entry: Entry): Step {
  return { kind: 'put', key: entry.key, artifact: entry, published: entry }
}

function kept(entry: Entry): Step {
  return { kind: 'keep', key: entry.key, entry }
}
