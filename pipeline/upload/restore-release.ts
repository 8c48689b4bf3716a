import type { StagedArtifact } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { plan } from '../plan/plan.ts'
import { replacedBy } from './keep-replaced.ts'
import type { Lease } from './lease.ts'
import type { ManifestRoot } from './manifest-root.ts'
import type { PublishedManifest } from './read-manifest.ts'
import { contentsOf, readOlder } from './read-releases.ts'
import { storedContents } from './stored-contents.ts'
import { type UploadOptions, type UploadOutcome, upload } from './upload.ts'

/** @throws {Failure} `release-unknown`; `manifest-corrupt`, `manifest-version` */
export async function readRelease(store: Store, release: string): Promise<{ readonly root: ManifestRoot; readonly manifest: Manifest }> {
  const older = await readOlder(store, release)
  if (older === null) throw releaseUnknown(release, store)
  return await contentsOf(older, store)
}

export interface Restoring extends Pick<UploadOptions, 'store' | 'signal'> {
  readonly lease: Lease
  readonly published: PublishedManifest
  readonly release: Pick<UploadOptions['release'], 'time' | 'generator'>
}

export interface Restored extends UploadOutcome {
  readonly steps: readonly Step[]
}

/**
 * Publish an older release again, from what the store has kept: nothing is built, and no bytes travel. The site is pinned to it.
 *
 * Whatever is published afterwards is a release of its own: names go on rising, and the one that was taken back can be restored as well.
 *
 * @throws {Failure} `release-incomplete` where something of it is gone: then nothing was written
 */
export async function restoreRelease(wanted: Manifest, { store, lease, published, release, signal }: Restoring): Promise<Restored> {
  const { manifest, root } = published
  const unfinished = new Set(root.unfinished ?? [])
  const steps = plan([...wanted.entries.values()], manifest, { deleteLimit: Number.POSITIVE_INFINITY, keep: () => false, unfinished })
  const going = replacedBy(steps).filter(({ key }) => !unfinished.has(key))
  const gone = new Set([...going.map(({ key }) => key), ...unfinished])
  const staying = [...manifest.entries.values()].filter(({ key }) => !gone.has(key))
  const contents = await storedContents(store, staying, going)
  const lost = steps.filter((step) => step.kind === 'put' && contents.find(step.artifact) === null)
  if (lost.length > 0)
    throw releaseIncomplete(
      wanted.release ?? '',
      lost.map(({ key }) => key),
      store,
    )
  const origin = async (artifact: StagedArtifact) => ({ kind: 'stored' as const, key: artifact.key, ...contents.find(artifact) })
  const outcome = await upload({
    ...{ steps, made: wanted.made, origin, store, published, lease },
    release: { ...release, commit: wanted.commit, pin: { release: wanted.release ?? '', commit: manifest.commit } },
    ...(signal === undefined ? {} : { signal }),
  })
  return { ...outcome, steps }
}

function releaseUnknown(release: string, store: Store): Failure {
  return new Failure('release-unknown', {
    exit: 2,
    what: `${store.name} has no release \`${release}\` before the published one.`,
    why: 'It never had, or `releases --prune` removed it.',
    next: 'Name one of those that `colophon releases` lists.',
  })
}

function releaseIncomplete(release: string, keys: readonly string[], store: Store): Failure {
  const named = keys.slice(0, 5).map((key) => `\`${key}\``)
  return new Failure('release-incomplete', {
    exit: 3,
    what: `Release ${release} can't be restored: ${keys.length} of its objects are no longer in ${store.name}.`,
    why: `${named.join(', ')}${keys.length > named.length ? ', …' : ''}: changed by hand before they were replaced, or deleted since.`,
    next: 'Restore another release, or check out its commit and publish that.',
  })
}
