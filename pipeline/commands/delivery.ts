import { type Artifact, type ObjectHeaders, objectHeaders } from '../model/artifact.ts'
import type { Site } from '../model/site.ts'
import type { Store } from '../model/store.ts'
import { cacheTag } from '../plan/invalidation.ts'

/** Bytes below which compressing saves nothing: it all goes out in one packet. */
const smallest = 1024

const text = /^(?:text\/|image\/svg\+xml|application\/(?:json|xml|javascript|manifest\+json|[a-z]+\+(?:xml|json)))/

const codings = { gzip: 'gzip', brotli: 'br' } as const

interface Delivered extends Pick<Artifact, 'key' | 'kind' | 'headers'> {
  /** Bytes. */
  readonly size: number
}

/** How a site's objects are delivered, as far as that isn't the object's own affair: compressed or not, with a tag for caches or without. */
export function delivery({ compress, cloudfront }: Site['publish'], { plainFiles = false }: Store): (artifact: Delivered) => ObjectHeaders {
  const tagged = cloudfront?.by === 'tag'
  const coding = compress === 'none' || plainFiles ? undefined : codings[compress]
  if (!tagged && coding === undefined) return ({ headers }) => headers
  return ({ key, kind, size, headers: { contentType, cacheControl } }) =>
    objectHeaders(contentType, {
      cacheControl,
      contentEncoding: size < smallest || !text.test(contentType) ? undefined : coding,
      cacheTag: tagged ? cacheTag(kind, key) : undefined,
    })
}
