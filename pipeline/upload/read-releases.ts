import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { type ManifestRoot, parseRoot } from './manifest-root.ts'
import { releaseKey, releasesFolder } from './own-keys.ts'
import { manifestOf } from './read-manifest.ts'
import { compareReleases } from './release-id.ts'

/** A release before the published one: its root, or why that can't be read. Readers lose nothing by it: it can't be restored, that is all. */
export type OlderRelease =
  | { readonly kind: 'readable'; readonly release: string; readonly root: ManifestRoot }
  | { readonly kind: 'damaged'; readonly release: string; readonly damage: Failure }

/**
 * The releases before the published one, the newest first: only what was committed is one.
 *
 * @param newest how many at most
 */
export async function readReleases(store: Store, newest = Number.POSITIVE_INFINITY): Promise<OlderRelease[]> {
  const names: string[] = []
  for await (const { key } of store.list(releasesFolder)) if (key.endsWith('.json')) names.push(nameOf(key))
  names.sort((one, other) => compareReleases(other, one))
  const found = await inParallel(names.slice(0, newest), (release) => readOlder(store, release))
  return found.filter((one) => one !== null)
}

/** Null where there is none. @param release as a person may have typed it */
export async function readOlder(store: Store, release: string): Promise<OlderRelease | null> {
  const key = releaseKey(release)
  const object = /^[\w.-]{1,100}$/.test(release) ? await store.get(key) : null
  if (object === null) return null
  try {
    return { kind: 'readable', release, root: parseRoot(object.body, store.name, key) }
  } catch (error) {
    return { kind: 'damaged', release, damage: damageOf(error, release, store) }
  }
}

/** What an older release consists of. @throws {Failure} `manifest-corrupt`, `manifest-version` */
export async function contentsOf(older: OlderRelease, store: Store): Promise<{ readonly root: ManifestRoot; readonly manifest: Manifest }> {
  if (older.kind === 'damaged') throw older.damage
  const { root } = older
  try {
    return { root, manifest: await manifestOf(root, store) }
  } catch (error) {
    throw damageOf(error, older.release, store)
  }
}

/** @throws {unknown} what is no damage */
function damageOf(error: unknown, release: string, store: Store): Failure {
  if (!isDamage(error)) throw error
  return new Failure(
    error.code,
    {
      exit: 3,
      what: `Release ${release} in ${store.name} can't be restored.`,
      why: error.text.what,
      next: `Restore that object from a backup. Or delete \`${releaseKey(release)}\`: then this release is forgotten, and all else stays what it is.`,
    },
    { cause: error },
  )
}

/** Whether it is about what a release consists of, and not about the way there. */
export function isDamage(error: unknown): error is Failure {
  return error instanceof Failure && ['manifest-corrupt', 'manifest-version'].includes(error.code)
}

function nameOf(key: Key): string {
  return key.slice(releasesFolder.length, -'.json'.length)
}
