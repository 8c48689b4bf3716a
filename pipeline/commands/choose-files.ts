import { relative, resolve, sep } from 'node:path'
import type { ArticleId } from '../model/article.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import type { OpenSite } from './open-site.ts'

/** What of a site is checked. */
export interface Chosen {
  readonly articles: ReadonlySet<ArticleId>
  readonly locales: ReadonlySet<Locale>
  /** Whether a finding is told: its locale is wanted, and so is its file. */
  readonly counts: (finding: Pick<Finding, 'file' | 'locale'>) => boolean
}

/**
 * What options and named files leave of a site.
 *
 * @param names relative to the working directory, or to the site's root where nothing of the site stands there
 * @throws {Failure} `unknown-file`
 */
export function chooseFiles(
  names: readonly string[],
  { files, wanted }: Pick<OpenSite, 'files' | 'wanted'>,
  { root, cwd }: Pick<Context, 'root' | 'cwd'>,
): Chosen {
  const isWanted: Chosen['counts'] = ({ locale }) => locale === undefined || wanted.locales.has(locale)
  if (names.length === 0) return { ...wanted, counts: isWanted }
  const ids = new Map([...files.articles, ...files.catalogs].map(({ id, path }) => [path, id]))
  const others = new Set([...files.findings.map(({ file }) => file), ...files.interfaces.values(), ...files.house])
  const paths = new Set(
    names.map((name) => {
      const path = [cwd, root].map((folder) => relative(root, resolve(folder, name)).split(sep).join('/'))
      const found = path.find((one) => ids.has(one) || others.has(one))
      if (found === undefined) throw new Failure('unknown-file', failures['unknown-file'](name))
      return found
    }),
  )
  const named = new Set([...paths].flatMap((path) => ids.get(path) ?? []))
  return {
    articles: named.intersection(wanted.articles),
    locales: wanted.locales,
    counts: (finding) => isWanted(finding) && paths.has(finding.file),
  }
}
