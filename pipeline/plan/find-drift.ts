import type { Key } from '../model/artifact.ts'
import type { Entry, Manifest } from '../model/manifest.ts'

/** What a store has in its folders for others than readers: nothing of it is a stray. */
const own = /^(?:_colophon|_previews)\//

export interface Drift {
  /** Published, but not there. */
  readonly missing: readonly Entry[]
  /** There, but not what was published. */
  readonly changed: readonly Entry[]
  /** Published, and there as it was. */
  readonly whole: readonly Entry[]
  /** There, but of no release: put by hand, or left over. */
  readonly strays: readonly Key[]
}

/**
 * What a store holds beside what its manifest says.
 *
 * @param listed all of its objects' ETags
 * @param going what may still be there, though it is in no release any more
 */
export function findDrift({ entries }: Manifest, listed: ReadonlyMap<Key, string>, going: ReadonlySet<Key>): Drift {
  const published = [...entries.values()]
  return {
    missing: published.filter(({ key }) => !listed.has(key)),
    changed: published.filter(({ key, etag }) => listed.has(key) && listed.get(key) !== etag),
    whole: published.filter(({ key, etag }) => listed.get(key) === etag),
    strays: [...listed.keys()].filter((key) => !entries.has(key) && !going.has(key) && !own.test(key)),
  }
}
