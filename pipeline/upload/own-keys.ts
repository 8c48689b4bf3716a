import type { Key } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'

/** Where the bytes of what was replaced or dropped are kept, as long as a release that had them can be restored. */
export const keptFolder = '_colophon/objects/'

/** Where the roots of releases before the published one are kept. */
export const releasesFolder = '_colophon/releases/'

export const shardsFolder = '_colophon/manifests/'

/** By what was stored: one text, compressed in two ways, is two objects. */
export function keptKey({ digest, headers: { contentEncoding } }: Pick<Entry, 'digest' | 'headers'>): Key {
  return `${keptFolder}${digest}${contentEncoding === undefined ? '' : `.${contentEncoding}`}` as Key
}

export function releaseKey(release: string): Key {
  return `${releasesFolder}${release}.json` as Key
}
