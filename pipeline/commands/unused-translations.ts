import { unusedMessages } from '../catalog/unused-messages.ts'
import type { ArticleId } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'

/** What a catalog translates that the article doesn't say: it was edited since, or somebody changed the `msgid`. */
export function unusedTranslations(
  article: ArticleId,
  catalogs: ReadonlyMap<Locale, Catalog>,
  matches: ReadonlyMap<Locale, readonly Match[]>,
): Finding[] {
  return [...catalogs].flatMap(([locale, catalog]) =>
    unusedMessages(catalog, matches.get(locale) ?? []).map(({ id, line }) => ({
      rule: 'unused-translation',
      severity: 'info',
      ...{ file: catalog.source?.path ?? '', line, column: 1, article, locale },
      message: `The article has no text \`${shortened(id)}\`: readers don't see this translation. \`sync\` keeps it as an obsolete message`,
      expected: [],
    })),
  )
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
