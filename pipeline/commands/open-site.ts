import { loadSite } from '../config/load-site.ts'
import { didYouMean } from '../config/nearest.ts'
import type { ArticleId } from '../model/article.ts'
import { Failure } from '../model/failure.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { listSite } from '../read/list-site.ts'
import type { SiteFiles } from '../read/site-files.ts'
import { failures } from './failures.ts'
import type { CommonOptions } from './options.ts'

export interface OpenSite {
  readonly site: Site
  readonly files: SiteFiles
  readonly wanted: Wanted
}

/** What `--locale` and `--article` leave of a site. */
export interface Wanted {
  readonly locales: ReadonlySet<Locale>
  readonly articles: ReadonlySet<ArticleId>
  /** Whether there was such an option. */
  readonly filtered: boolean
}

/**
 * The site that a command works on: its configuration, its files, and what the options want of it.
 *
 * @throws {Failure} `no-articles`, `unknown-locale`, `unknown-article`, and those of `loadSite` and `listSite`
 */
export async function openSite(root: string, { locales, articles }: Pick<CommonOptions, 'locales' | 'articles'>): Promise<OpenSite> {
  const site = await loadSite(root)
  const tags = site.locales.map(({ tag }) => tag)
  const files = listSite(root, localesRead(site))
  if (files === null) throw new Failure('no-articles', failures['no-articles'](root))
  const ids = files.articles.map(({ id }) => id)
  const wanted: Wanted = {
    locales: new Set(locales.length === 0 ? tags : locales.map((given) => knownLocale(given, tags))),
    articles: new Set(articles.length === 0 ? ids : articles.map((given) => knownArticle(given, ids))),
    filtered: locales.length + articles.length > 0,
  }
  return { site, files, wanted }
}

/** Locales whose catalogs count: the site's own, and those whose words stand in for missing ones. */
export function localesRead({ locales }: Pick<Site, 'locales'>): Locale[] {
  return [...new Set(locales.flatMap(({ tag, fallback }) => [tag, ...fallback]))]
}

function knownLocale(given: string, known: readonly Locale[]): Locale {
  const canonical = parseLocale(given)
  if (canonical !== null && known.includes(canonical)) return canonical
  throw new Failure('unknown-locale', failures['unknown-locale'](given, known, didYouMean(given, known)))
}

/** People paste paths as well. */
function knownArticle(given: string, known: readonly ArticleId[]): ArticleId {
  const id = given.replace(/^(?:\.\/)?articles\//, '').replace(/(?:\/index)?\.md$/, '')
  const found = known.find((other) => other === given) ?? known.find((other) => other === id)
  if (found !== undefined) return found
  throw new Failure('unknown-article', failures['unknown-article'](given, known, didYouMean(given, known)))
}
