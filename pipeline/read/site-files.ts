import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'

/** What a site's folder holds, by its names alone, each list sorted. Paths are relative to the root, with `/`. */
export interface SiteFiles {
  readonly articles: readonly ArticleFile[]
  /** Those of the site's locales, of articles that are there. */
  readonly catalogs: readonly CatalogFile[]
  /** Those of articles that aren't. */
  readonly orphans: readonly CatalogFile[]
  /** `locales/<locale>/interface.json` */
  readonly interfaces: ReadonlyMap<Locale, string>
  /** All files below `locales/` that are no catalogs: interface words, house style. */
  readonly house: readonly string[]
  /** Other files below `articles/`: pictures. */
  readonly assets: readonly string[]
  readonly findings: readonly Finding[]
}

export interface ArticleFile {
  readonly id: ArticleId
  /** `articles/<id>.md` or `articles/<id>/index.md` */
  readonly path: string
}

export interface CatalogFile {
  readonly id: ArticleId
  readonly locale: Locale
  /** `locales/<locale>/articles/<id>.po` */
  readonly path: string
}
