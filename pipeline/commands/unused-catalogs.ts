import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { CatalogFile } from '../read/site-files.ts'

/** Catalogs in locales that the article isn't translated into: somebody's work that no reader sees. */
export function unusedCatalogs({ id, locale }: Article, catalogs: readonly CatalogFile[], used: ReadonlySet<Locale>): Finding[] {
  return catalogs
    .filter((file) => !used.has(file.locale))
    .map((file) => ({
      rule: 'unused-catalog',
      severity: 'warning',
      file: file.path,
      line: 1,
      column: 1,
      article: id,
      locale: file.locale,
      message:
        file.locale === locale
          ? `The article is written in \`${locale}\`: this catalog translates it into its own language.`
          : `The article's \`translate\` doesn't name \`${file.locale}\`: this catalog is not used.`,
      expected: [],
    }))
}
