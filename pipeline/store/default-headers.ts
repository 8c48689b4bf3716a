import mime from 'mime'
import type { ObjectHeaders } from '../model/artifact.ts'

/** A year, in seconds: the longest that caches honour. */
const immutable = 'public, max-age=31536000, immutable'

const text = /^text\/|^application\/(?:json|manifest\+json|xml|.+\+xml)$|^image\/svg\+xml$/

/** The headers of an object of which nothing but its name is known: its type by extension; what lies in `assets/` is named by its content and never changes. */
export function defaultHeaders(key: string): ObjectHeaders {
  const type = mime.getType(key) ?? 'application/octet-stream'
  const contentType = text.test(type) ? `${type}; charset=utf-8` : type
  return key.startsWith('assets/') ? { contentType, cacheControl: immutable } : { contentType }
}
