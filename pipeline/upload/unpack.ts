import { gunzipSync } from 'node:zlib'

/** Bytes of text: more is damage, or somebody's trap. */
const largest = 1024 ** 3

/** Null for what is no archive, or holds too much. */
export function unpack(body: Uint8Array): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largest })
  } catch {
    return null
  }
}
