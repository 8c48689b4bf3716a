import { createHash } from 'node:crypto'
import type { Brand } from './brand.ts'

/** Lower-case hex. */
export type Digest = Brand<'Digest'>

/** SHA-256. */
export function digest(data: string | Uint8Array): Digest {
  return createHash('sha256').update(data).digest('hex') as Digest
}

/** What git calls the object id of a file with these bytes (SHA-1 of `blob <size>\0<bytes>`): `git ls-tree` knows it without reading the file. */
export function blobDigest(bytes: Uint8Array): Digest {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') as Digest
}
