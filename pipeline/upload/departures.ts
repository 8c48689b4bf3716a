import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import type { ManifestRoot } from './manifest-root.ts'

/** When what is dropped goes: after one more release (readers may be on their way there), at once, or not by this publish, whatever was dropped before. */
export type Deletions = 'graceful' | 'immediate' | 'none'

export interface Departing {
  readonly steps: readonly Step[]
  /** Of the release before. */
  readonly root: ManifestRoot
  /** What no release ever had. */
  readonly strays: readonly Key[]
  readonly deletions: Deletions
}

/** `leaving` stays for one release more; `left` goes once this one is committed. */
export function departures({ entries, release }: Manifest, { steps, root, strays, deletions }: Departing) {
  if (release === root.release) return { leaving: root.leaving, left: [...root.left, ...strays] }
  const dropped = steps.filter(({ kind }) => kind === 'delete').map(({ key }) => key)
  const due = [...root.leaving, ...root.left, ...strays].filter((key) => !entries.has(key))
  switch (deletions) {
    case 'graceful':
      return { leaving: dropped, left: [...new Set(due)] }
    case 'immediate':
      return { leaving: [], left: [...new Set([...due, ...dropped])] }
    case 'none':
      return { leaving: [...new Set([...due, ...dropped])], left: [] }
  }
}

/** @returns why they could not be deleted; null where they are gone */
export async function deleteDeparted(store: Store, keys: readonly Key[], release: string, signal: AbortSignal): Promise<Failure | null> {
  if (keys.length === 0) return null
  try {
    await store.delete(keys, signal)
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
