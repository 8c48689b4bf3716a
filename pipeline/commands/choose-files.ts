import { relative, resolve, sep } from 'node:path'
import type { ArticleId } from '../model/article.ts'
import { Failure } from '../model/failure.ts'
import type { Locale } from '../model/locale.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import type { OpenSite } from './open-site.ts'

/** What of a site is checked. */
export interface Chosen {
  readonly articles: ReadonlySet<ArticleId>
  readonly locales: ReadonlySet<Locale>
  /** Whether findings in a file are told. */
  readonly counts: (file: string) => boolean
}

/**
 * What options and named files leave of a site.
 *
 * @param names relative to the working directory
 * @throws {Failure} `unknown-file`
 */
export function chooseFiles(names: readonly string[], { files, wanted }: OpenSite, { root, cwd }: Pick<Context, 'root' | 'cwd'>): Chosen {
  if (names.length === 0) return { ...wanted, counts: () => true }
  const ids = new Map([...files.articles, ...files.catalogs].map(({ id, path }) => [path, id]))
  const articles = new Set<ArticleId>()
  const paths = new Set<string>()
  for (const name of names) {
    const path = relative(root, resolve(cwd, name)).split(sep).join('/')
    const id = ids.get(path)
    if (id === undefined && !files.findings.some(({ file }) => file === path))
      throw new Failure('unknown-file', failures['unknown-file'](name))
    paths.add(path)
    if (id !== undefined && wanted.articles.has(id)) articles.add(id)
  }
  return { articles, locales: wanted.locales, counts: (file) => paths.has(file) }
}
