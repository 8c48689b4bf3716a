import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import type { Locale } from '../../model/locale.ts'

/** The two files of a Hunspell dictionary, absolute. */
export interface DictionaryFiles {
  readonly affixes: string
  readonly words: string
}

/** Where Hunspell's own packages put theirs, on Linux and with Homebrew. */
const systemFolders = ['/usr/share/hunspell', '/usr/share/myspell/dicts', '/usr/local/share/hunspell', '/opt/homebrew/share/hunspell']

/**
 * The dictionaries of a locale: the site's npm package `dictionary-<tag>`, else the package of its language, else the system's.
 *
 * One, or none; of English without a region the American and the British one, where both are there.
 *
 * @param root the site, whose `node_modules` (and those above it) are looked into before this package's own
 */
export function findDictionaries(locale: Locale, root: string, folders: readonly string[] = systemFolders): DictionaryFiles[] {
  const packages = packageNames(locale).flatMap((name) => inPackage(name, root) ?? [])
  const found = packages.length > 0 ? packages : folders.flatMap((folder) => inSystem(folder, locale) ?? [])
  return locale === 'en' && packages.length > 0 ? found : found.slice(0, 1)
}

/** What a configuration names: an npm package; or, relative to the root, a folder, one of the two files, or both without their endings. */
export function namedDictionary(name: string, root: string): DictionaryFiles | null {
  return inPackage(name, root) ?? filesAt(resolve(root, name.replace(/\.(?:aff|dic)$/, ''))) ?? inFolder(resolve(root, name))
}

/** npm's names: English is American there, Portuguese Brazilian, and `en-IE` spells as in Britain. */
function packageNames(locale: Locale): string[] {
  const { language, region } = new Intl.Locale(locale)
  const own = `dictionary-${locale.toLowerCase()}`
  const [american, british] = ['dictionary-en', 'dictionary-en-gb']
  const isAmerican = region === undefined || region === 'US' || region === 'PH'
  if (language === 'en') return isAmerican ? [american, british] : [own, british, american]
  const regional = region === undefined ? [] : [`dictionary-${language}-${region.toLowerCase()}`]
  return [...new Set([own, ...regional, `dictionary-${language === 'no' ? 'nb' : language}`])]
}

/** Packages of the name in the site, then beside this file. */
function inPackage(name: string, root: string): DictionaryFiles | null {
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return null
  for (const from of [join(root, 'package.json'), import.meta.filename]) {
    for (const folder of createRequire(from).resolve.paths(name) ?? []) {
      const found = inFolder(join(folder, name))
      if (found !== null) return found
    }
  }
  return null
}

/** `index.aff`, or the only pair of files. */
function inFolder(folder: string): DictionaryFiles | null {
  const index = filesAt(join(folder, 'index'))
  if (index !== null || !isFolder(folder)) return index
  const [only, ...more] = readdirSync(folder).filter((name) => name.endsWith('.aff'))
  return only === undefined || more.length > 0 ? null : filesAt(join(folder, basename(only, '.aff')))
}

function inSystem(folder: string, locale: Locale): DictionaryFiles | null {
  const { language, region } = new Intl.Locale(locale)
  const likely = new Intl.Locale(language).maximize().region
  const names = [region, likely].flatMap((one) => (one === undefined ? [] : [`${language}_${one}`]))
  for (const name of [...names, language]) {
    const found = filesAt(join(folder, name))
    if (found !== null) return found
  }
  return null
}

function filesAt(base: string): DictionaryFiles | null {
  const files = { affixes: `${base}.aff`, words: `${base}.dic` }
  return isFolder(dirname(base)) && existsSync(files.affixes) && existsSync(files.words) ? files : null
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
