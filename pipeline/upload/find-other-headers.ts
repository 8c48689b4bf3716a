import { type ObjectHeaders, sameHeaders } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { inParallel } from './in-parallel.ts'

/** An object whose bytes are what was published, and whose headers aren't. */
export interface OtherHeaders {
  readonly entry: Entry
  /** Null where the object went while one looked. */
  readonly found: ObjectHeaders | null
}

/** Such requests are small, and a listing of a hundred thousand objects is followed by as many. */
const width = 32

/** Which objects have other headers than they were published with: a request for each, since a listing doesn't tell. */
export async function findOtherHeaders(store: Store, entries: readonly Entry[]): Promise<OtherHeaders[]> {
  const heads = await inParallel(entries, async ({ key }) => (await store.head(key))?.headers ?? null, width)
  return entries.flatMap((entry, index) => {
    const found = heads[index] ?? null
    return found !== null && sameHeaders(found, entry.headers) ? [] : [{ entry, found }]
  })
}
