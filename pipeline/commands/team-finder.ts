import { headerOf } from '../catalog/headers.ts'
import type { ArticleId } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import type { ArticleFile, SiteFiles } from '../read/site-files.ts'
import { loadArticle, loadCatalog } from './load-article.ts'

/** Who translates into a locale, for catalogs that don't say it: the team that its newest article names. Reads nothing before it is asked. */
export class TeamFinder {
  readonly #root: string
  readonly #site: Site
  readonly #files: SiteFiles
  readonly #articles: ReadonlyMap<ArticleId, ArticleFile>
  readonly #teams = new Map<Locale, string | null>()

  constructor(root: string, site: Site, files: SiteFiles) {
    this.#root = root
    this.#site = site
    this.#files = files
    this.#articles = new Map(files.articles.map((file) => [file.id, file]))
  }

  /** @param catalog whose own team comes first; null for a new one */
  teamOf(locale: Locale, catalog: Catalog | null): string | null {
    const own = catalog === null ? null : teamIn(catalog)
    if (own !== null) return own
    const known = this.#teams.get(locale)
    if (known !== undefined) return known
    const found = this.#newestTeam(locale)
    this.#teams.set(locale, found)
    return found
  }

  /** Articles are read only where their catalogs don't agree. */
  #newestTeam(locale: Locale): string | null {
    const named = this.#files.catalogs.flatMap((file) => {
      const read = file.locale === locale ? loadCatalog(this.#root, file) : null
      const team = read?.kind === 'read' ? teamIn(read.catalog) : null
      return team === null ? [] : [{ id: file.id, team }]
    })
    if (new Set(named.map(({ team }) => team)).size < 2) return named[0]?.team ?? null
    const dated = named.map(({ id, team }) => ({ id, team, date: this.#dateOf(id) }))
    return dated.sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1))[0]?.team ?? null
  }

  /** In ms; an article that can't be read is the oldest. */
  #dateOf(id: ArticleId): number {
    const file = this.#articles.get(id)
    const read = file === undefined ? null : loadArticle(this.#root, file, this.#site)
    return read?.kind === 'read' ? read.article.meta.date.getTime() : Number.NEGATIVE_INFINITY
  }
}

/** Null where the file names none, or what templates of gettext say. */
export function teamIn({ headers }: Catalog): string | null {
  const team = headerOf(headers, 'Language-Team')?.trim() ?? ''
  return team === '' || team === 'LANGUAGE <LL@li.org>' ? null : team
}
