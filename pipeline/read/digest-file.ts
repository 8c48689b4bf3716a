import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { blobDigest, type Digest } from '../model/digest.ts'

/** Bytes: more are read in pieces of this size. */
const MOST = 4 * 1024 * 1024

/**
 * The digest that git has for a file's bytes, whatever their number.
 *
 * @throws as `node:fs` does
 */
export function digestFile(path: string): Digest {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    return size > MOST ? digestInPieces(file, size) : blobDigest(readFileSync(file))
  } finally {
    closeSync(file)
  }
}

function digestInPieces(file: number, size: number): Digest {
  const hash = createHash('sha1').update(`blob ${size}\0`)
  const piece = Buffer.allocUnsafe(MOST)
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) hash.update(piece.subarray(0, length))
  return hash.digest('hex') as Digest
}
