import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

/** Bytes: more is damage, or somebody's trap. */
const largest = 256 * 1024 ** 2

/** What `encodeBody` encoded; null where it is no such thing. */
export async function decodeBody(body: Uint8Array, coding: string | undefined, maxOutputLength = largest): Promise<Uint8Array | null> {
  try {
    switch (coding) {
      case 'gzip':
        return await promisify(gunzip)(body, { maxOutputLength })
      case 'br':
        return await promisify(brotliDecompress)(body, { maxOutputLength })
      default:
        return body
    }
  } catch {
    return null
  }
}
