import { hash } from 'node:crypto'
import type { Brand } from './brand.ts'

/** Lower-case hex. */
export type Digest = Brand<'Digest'>

/** SHA-256. */
export function digest(data: string | Uint8Array): Digest {
  return hash('sha256', data, 'hex') as Digest
}

/** What git calls the object id of a file with these bytes (SHA-1 of `blob <size>\0<bytes>`): `git ls-tree` knows it without reading the file. */
export function blobDigest(bytes: Uint8Array): Digest {
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), 'hex') as Digest
}
