import { align } from '../catalog/align.ts'
import { edition } from '../merge/edition.ts'
import type { SiteWords } from '../merge/site-words.ts'
import type { Article } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import type { Site } from '../model/site.ts'
import type { CatalogFile, SiteFiles } from '../read/site-files.ts'
import { loadCatalog } from './load-article.ts'

export interface EditionLoader {
  readonly root: string
  readonly site: Site
  readonly catalogs: CatalogsOf
  readonly words: SiteWords
}

/** The catalogs of an article, by locale. */
export type CatalogsOf = (article: Article['id']) => readonly CatalogFile[]

export function catalogsOf({ catalogs }: SiteFiles): CatalogsOf {
  const byArticle = Map.groupBy(catalogs, ({ id }) => id)
  return (article) => byArticle.get(article) ?? []
}

export interface LoadedEditions {
  /** One a wanted locale that the article is translated into, in the site's order; a broken catalog counts as none. */
  readonly editions: readonly Edition[]
  /** Of broken catalogs. */
  readonly findings: readonly Finding[]
}

/** The translations of an article as they are now, borrowed words of fallbacks included. */
export async function loadEditions(article: Article, wanted: ReadonlySet<Locale>, loader: EditionLoader): Promise<LoadedEditions> {
  const { root, site, words } = loader
  const settings = site.locales.filter(({ tag }) => wanted.has(tag) && article.meta.translate.includes(tag))
  const needed = new Set(settings.flatMap(({ tag, fallback }) => [tag, ...fallback]))
  const catalogs = new Map<Locale, Catalog>()
  const matches = new Map<Locale, readonly Match[]>()
  const findings: Finding[] = []
  for (const file of loader.catalogs(article.id).filter(({ locale }) => needed.has(locale))) {
    const read = loadCatalog(root, file)
    if (read.kind === 'read') {
      catalogs.set(file.locale, read.catalog)
      matches.set(file.locale, align(article.units, read.catalog))
    } else if (wanted.has(file.locale)) findings.push(read.finding)
  }
  await words.load(article.id, article.units, matches)
  const editions = settings.map(({ tag, fallback }) =>
    edition({ article, locale: tag, fallback, catalog: catalogs.get(tag) ?? null, matches: matches.get(tag) ?? [], words }),
  )
  words.forget(article.id)
  return { editions, findings }
}
