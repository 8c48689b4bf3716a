import mime from 'mime'
import type { ObjectHeaders } from '../model/artifact.ts'

/** A year, in seconds: the longest that caches honour. */
const immutable = 'public, max-age=31536000, immutable'
const revalidate = 'public, max-age=0, must-revalidate'

const namedByContent = /^(?:assets|_colophon\/manifests)\//

const text = /^text\/|^application\/(?:json|manifest\+json|xml|.+\+xml)$/

/** The headers of an object of which nothing but its name is known: its type by extension; what is named by its content never changes, all else may at any time. */
export function defaultHeaders(key: string): ObjectHeaders {
  const type = mime.getType(key) ?? 'application/octet-stream'
  return {
    contentType: text.test(type) ? `${type}; charset=utf-8` : type,
    cacheControl: namedByContent.test(key) ? immutable : revalidate,
  }
}
