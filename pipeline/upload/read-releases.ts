import type { Key } from '../model/artifact.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'
import { type ManifestRoot, parseRoot } from './manifest-root.ts'
import { releasesFolder } from './own-keys.ts'

/**
 * The roots of the releases before the published one, the newest first: only what was committed has one.
 *
 * @param newest how many at most
 * @throws {Failure} `manifest-corrupt`, `manifest-version`
 */
export async function readReleases(store: Store, newest = Number.POSITIVE_INFINITY): Promise<ManifestRoot[]> {
  const keys: Key[] = []
  for await (const { key } of store.list(releasesFolder)) if (key.endsWith('.json')) keys.push(key)
  keys.sort((one, other) => byTime.compare(nameOf(other), nameOf(one)))
  const roots = await inParallel(keys.slice(0, newest), async (key) => {
    const object = await store.get(key)
    return object === null ? null : parseRoot(object.body, store.name, key)
  })
  return roots.filter((root) => root !== null)
}

/** Releases of one second are numbered: `…Z`, `…Z.2`, `…Z.10`. */
const byTime = new Intl.Collator('en', { numeric: true })

function nameOf(key: Key): string {
  return key.slice(releasesFolder.length, -'.json'.length)
}
