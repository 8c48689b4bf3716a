import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Digest } from '../model/digest.ts'

/** This package's own folder. */
export const home = join(import.meta.dirname, '../..')

/** Of the program's code, its templates and the versions of what it is made of. A bundle has in it the digest of what it was made from. */
export function codeDigest(): Digest {
  return digestOfFiles(['package.json', ...filesBelow('pipeline'), ...filesBelow('templates')])
}

/** @param files relative to the package's folder */
export function digestOfFiles(files: readonly string[]): Digest {
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(join(home, file)))
  return hash.digest('hex') as Digest
}

/** @param folder relative to the package's folder */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? relative(home, join(entry.parentPath, entry.name)) : []))
}
