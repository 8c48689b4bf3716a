import type { StagedArtifact } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'

/** The entry of an artifact once it is published; whatever else the object carries (its bytes, say) stays behind. */
export function entryOf({ key, kind, digest, size, headers, inputs, card, moved }: StagedArtifact, etag: string): Entry {
  return { key, kind, digest, size, headers, inputs, card, ...(moved && { moved }), etag }
}
