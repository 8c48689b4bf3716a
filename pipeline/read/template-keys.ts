import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFailure } from './disk-failure.ts'

const builtIn = join(import.meta.dirname, '../../templates')

/** What pages say wherever a template leaves it to the body of an article. */
const ofBodies = ['footnotes', 'backToReference', 'outdatedNotice', 'missingNotice']

/** `t('latest')`, in any of the three quotes; keys that the program makes at run time can't be read. */
const call = /\bt\(\s*(?:'([^'\\\n]+)'|"([^"\\\n]+)"|`([^`\\$]+)`)\s*[,)]/g

/** `t(`tag.${tag}`)`, `t('tag.' + tag)`: all keys that begin so. */
const beginning = /\bt\(\s*(?:`([^`$\\]*)\$\{|'([^'\\\n]*)'\s*\+|"([^"\\\n]*)"\s*\+)/g
const variable = /\bt\(\s*[A-Za-z_$][\w.$?]*\s*[,)]/

/**
 * The keys of interface words that a site's templates ask for: its own, and the built-in ones that it doesn't replace. Sorted.
 *
 * @param makes what readers get, in every locale, or what editors look at, in the newsroom's own
 * @throws {Failure} `disk-failed`
 */
export function templateKeys(root: string, makes: 'pages' | 'status'): string[] {
  return keysIn(templateTexts(root, (name) => /^status(?:-|\.)/.test(name) === (makes === 'status')))
}

/**
 * Whether any template may ask for a key; in doubt it may.
 *
 * @throws {Failure} `disk-failed`
 */
export function templateUse(root: string): (key: string) => boolean {
  const texts = templateTexts(root)
  const keys = new Set(keysIn(texts))
  const beginnings = texts.flatMap((text) => [...text.matchAll(beginning)].map(([, ...found]) => found.find(Boolean) ?? ''))
  const isAny = texts.some((text) => variable.test(text))
  return (key) => isAny || keys.has(key) || beginnings.some((start) => key.startsWith(start))
}

/** The code of a site's own templates. @throws {Failure} `disk-failed` */
export function ownTemplates(root: string): { readonly path: string; readonly text: string }[] {
  return [...templatesIn(join(root, 'templates'))].map(([name, file]) => ({ path: `templates/${name}`, text: readText(file) }))
}

function templateTexts(root: string, isWanted: (name: string) => boolean = () => true): string[] {
  const own = templatesIn(join(root, 'templates'))
  const names = new Set([...own.keys()].map((name) => name.replace(/\.js$/, '.ts')))
  const others = [...templatesIn(builtIn)].filter(([name]) => !names.has(name))
  return [...own, ...others].flatMap(([name, path]) => (isWanted(name) ? readText(path) : []))
}

function keysIn(texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => [...text.matchAll(call)].flatMap(([, ...found]) => found.find(Boolean) ?? []))
  return [...new Set([...ofBodies, ...keys])].sort()
}

function templatesIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.[jt]s$/.test(name)) : []
  return new Map(names.map((name) => [name, join(folder, name)]))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw diskFailure(path, error)
  }
}
