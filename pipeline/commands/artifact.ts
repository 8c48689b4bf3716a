import type { Artifact, ArtifactKind, Derived, ObjectHeaders } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Address } from '../render/addresses.ts'

/** Readers' caches ask again each time: a page may change at any push. */
const revalidate = 'public, max-age=0, must-revalidate'
/** An asset's name is its content's. */
const immutable = 'public, max-age=31536000, immutable'

export interface ArtifactInput {
  readonly kind: ArtifactKind
  readonly address: Pick<Address, 'key'>
  readonly body: string | Uint8Array
  readonly contentType: string
  /** Of all that it was made from; its content's own where that says all. */
  readonly inputs?: () => Digest
  readonly card?: Card
}

export const html = 'text/html; charset=utf-8'

/** An asset whose name says all that it is made from. */
export function derivedAsset({ key }: Pick<Address, 'key'>, inputs: Digest, contentType: string, make: Derived['make']): Derived {
  return { key, kind: 'asset', make, headers: { contentType, cacheControl: immutable }, inputs, card: null }
}

/** An object to publish, with the headers of its kind. */
export function artifact({ kind, address, body, contentType, inputs, card }: ArtifactInput): Artifact {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const headers: ObjectHeaders = { contentType, cacheControl: kind === 'asset' ? immutable : revalidate }
  return {
    key: address.key,
    kind,
    body: bytes,
    headers,
    // A build into files has no use for it.
    get inputs() {
      return inputs?.() ?? digest(bytes)
    },
    card: card ?? null,
  }
}
