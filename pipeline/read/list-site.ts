import type { Locale } from '../model/locale.ts'
import { articleFiles } from './article-files.ts'
import { listFolder } from './list-folder.ts'
import { localeFiles } from './locale-files.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * List what stands in a site: by the names in its folders alone; no file is opened.
 *
 * Hidden files and symbolic links are passed over.
 *
 * @param locales whose folders below `locales/` count
 * @returns null where the site has no `articles/` folder
 * @throws {Failure} `linked-folder`, `disk-failed`
 */
export function listSite(root: string, locales: readonly Locale[]): SiteFiles | null {
  const found = listFolder(root, 'articles')
  if (found === null) return null
  const ofArticles = articleFiles(found)
  const ofLocales = localeFiles(listFolder(root, 'locales') ?? [], locales, new Set(ofArticles.articles.map(({ id }) => id)))
  return {
    articles: ofArticles.articles,
    assets: ofArticles.assets,
    catalogs: ofLocales.catalogs,
    orphans: ofLocales.orphans,
    interfaces: ofLocales.interfaces,
    house: ofLocales.house,
    findings: [...ofArticles.findings, ...ofLocales.findings],
  }
}
