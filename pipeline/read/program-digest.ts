import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Digest } from '../model/digest.ts'

/** This package's own folder. */
const home = join(import.meta.dirname, '../..')

/**
 * Of the program itself: its code, its templates and interface words, and the versions of what it is made of. Another one may make other pages of the
 * same files.
 *
 * Node's version stands for the languages, calendars and time zones that it knows.
 */
export function programDigest(): Digest {
  const hash = createHash('sha256').update(process.version)
  const words = readdirSync(join(home, 'locales')).map((locale) => `locales/${locale}/interface.json`)
  const files = [
    'package.json',
    ...words.filter((file) => existsSync(join(home, file))),
    ...filesBelow('pipeline'),
    ...filesBelow('templates'),
  ]
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(home, file)))
  return hash.digest('hex') as Digest
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? relative(home, join(entry.parentPath, entry.name)) : []))
}
