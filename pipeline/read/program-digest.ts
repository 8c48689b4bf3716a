import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Digest, digest } from '../model/digest.ts'
import { codeDigest, digestOfFiles, filesBelow, home } from './code-digest.ts'

/**
 * Of the program itself: its code, its templates and interface words, and the versions of what it is made of. Another one may make other pages of the
 * same files.
 *
 * Node's version stands for the languages, calendars and time zones that it knows. Templates are read even where they are in a bundle: those that a
 * site's own stand beside come from their folder.
 */
export function programDigest(): Digest {
  const code = codeDigest()
  const words = readdirSync(join(home, 'locales')).map((locale) => `locales/${locale}/interface.json`)
  const files = ['package.json', ...words.filter((file) => existsSync(join(home, file))), ...filesBelow('templates')]
  return digest(`${process.version} ${code} ${digestOfFiles(files)}`)
}
