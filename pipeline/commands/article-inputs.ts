import { comparesNames } from '../check/active-rules.ts'
import type { ArticleId } from '../model/article.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { OpenSite } from './open-site.ts'
import type { CheckLevel } from './prepare-article.ts'
import type { SiteInputs } from './site-inputs.ts'

/** Digests of what an article and its pages are made from. */
export interface ArticleInputs {
  /** Of everything. */
  readonly all: Digest
  /**
   * Of all that the editions of an article are decided and made from, but for the addresses of the articles that it links to.
   *
   * @param targets paths that it points at
   */
  article(id: ArticleId, targets: Iterable<string>): Digest
  /** Of all that the rules read of an edition. */
  edition(id: ArticleId, locale: Locale): Digest
  /** @param sources what the page alone is made from; plain JSON */
  page(sources: unknown, targets: Iterable<string>): Digest
}

interface OwnFile {
  /** Of a catalog; null for the article's own file. */
  readonly locale: Locale | null
  readonly path: string
}

export function articleInputs(
  { site, files }: Pick<OpenSite, 'site' | 'files'>,
  { all, shared, file }: SiteInputs,
  level: CheckLevel,
): ArticleInputs {
  // Rules that know how often a name stands in the site make each article depend on all of them.
  const common = level !== 'none' && comparesNames(site.rules, level) ? all : shared
  const own = new Map<ArticleId, OwnFile[]>(files.articles.map(({ id, path }) => [id, [{ locale: null, path }]]))
  for (const { id, locale, path } of files.catalogs) own.get(id)?.push({ locale, path })
  const text = (id: ArticleId, locale: Locale | null) => {
    const found = own.get(id)?.find((one) => one.locale === locale)
    return found === undefined ? null : [found.path, file(found.path)]
  }
  const articles = new Set(files.articles.map(({ path }) => path))
  const assets = new Set(files.assets)
  const mistakes = Map.groupBy(files.findings, ({ article }) => article)
  const contentOf = (path: string) => {
    if (path.endsWith('#')) return file(path.slice(0, -1))
    return articles.has(path) ? 'article' : assets.has(path) ? file(path) : null
  }
  const reached = (targets: Iterable<string>) => [...targets].map((path) => [path, contentOf(path)])
  return {
    all,
    article(id, targets) {
      const texts = (own.get(id) ?? []).map(({ path }) => [path, file(path)])
      return digest(JSON.stringify([common, id, texts, reached(targets), mistakes.get(id) ?? []]))
    },
    edition: (id, locale) => digest(JSON.stringify([common, id, locale, text(id, null), text(id, locale)])),
    page: (sources, targets) => digest(JSON.stringify([shared, sources, reached(targets)])),
  }
}
