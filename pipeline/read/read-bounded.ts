import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** Either all bytes of a file, or its size where that is beyond the limit. */
export type ReadBounded = { readonly kind: 'read'; readonly bytes: Buffer } | { readonly kind: 'too large'; readonly size: number }

/**
 * Read a file whole, and none of it where it has more than `limit` bytes.
 *
 * @throws as `node:fs` does
 */
export function readBounded(path: string, limit: number): ReadBounded {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > limit) return { kind: 'too large', size }
    const bytes = readFileSync(file)
    // A pipe has no size, and a file may grow.
    return bytes.length > limit ? { kind: 'too large', size: bytes.length } : { kind: 'read', bytes }
  } finally {
    closeSync(file)
  }
}
