import type { Key } from '../model/artifact.ts'
import { type Entry, type Made, type Manifest, manifestVersion } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import { entryOf } from './entry-of.ts'

export interface ReleaseName {
  readonly release: string
  /** Of the site's git repository; null without one. */
  readonly commit: string | null
  readonly time: Date
  readonly made: Made
}

/**
 * What the store holds once the steps are done.
 *
 * Law: planning the same site against it yields no put or delete.
 *
 * @param etags of every key that was put, as the store returned them
 */
export function releaseManifest(
  published: Manifest,
  steps: readonly Step[],
  etags: ReadonlyMap<Key, string>,
  { release, commit, time, made }: ReleaseName,
): Manifest {
  const entries = steps.map((step) => entryAfter(step, etags)).filter((entry) => entry !== null)
  entries.sort((one, other) => (one.key < other.key ? -1 : 1))
  return {
    version: manifestVersion,
    release,
    previous: published.release,
    commit,
    time: time.toISOString(),
    entries: new Map(entries.map((entry) => [entry.key, entry])),
    made,
  }
}

function entryAfter(step: Step, etags: ReadonlyMap<Key, string>): Entry | null {
  switch (step.kind) {
    case 'put':
      return entryOf(step.artifact, etags.get(step.key) ?? '')
    case 'keep':
      return step.entry
    case 'delete':
      return null
  }
}
