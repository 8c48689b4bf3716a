import type { Key } from './artifact.ts'

/** Bytes of UTF-8: the limit of S3. */
export const longestKey = 1024

const forbidden = /[\p{Cc}\\]/u

/** `text` as a key, or null where it breaks the laws of `Key`: such a name could leave its folder, or be another one on another machine. */
export function parseKey(text: string): Key | null {
  if (!text.isWellFormed() || forbidden.test(text) || text.normalize('NFC') !== text) return null
  if (text.length > longestKey || Buffer.byteLength(text) > longestKey) return null
  const safe = text.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  return safe ? (text as Key) : null
}
