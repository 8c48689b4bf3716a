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
 * @param names relative to the working directory
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
  const passedOver = new Set(files.findings.map(({ file }) => file))
  const paths = new Map(names.map((name) => [relative(root, resolve(cwd, name)).split(sep).join('/'), name]))
  for (const [path, name] of paths) {
    if (!ids.has(path) && !passedOver.has(path)) throw new Failure('unknown-file', failures['unknown-file'](name))
  }
  const named = new Set([...paths.keys()].flatMap((path) => ids.get(path) ?? []))
  return {
    articles: named.intersection(wanted.articles),
    locales: wanted.locales,
    counts: (finding) => isWanted(finding) && paths.has(finding.file),
  }
}
