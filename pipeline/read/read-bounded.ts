import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

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
    const bytes = size > 0 ? readSized(file, size) : readFileSync(file)
    // A pipe has no size.
    return bytes.length > limit ? { kind: 'too large', size: bytes.length } : { kind: 'read', bytes }
  } finally {
    closeSync(file)
  }
}

/** What a file holds of the size that it was found to have: it may shrink and grow. */
function readSized(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < size) {
    const count = readSync(file, bytes, filled, size - filled, null)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}
