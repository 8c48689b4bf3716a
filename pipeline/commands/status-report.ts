import type { ArticleId } from '../model/article.ts'
import type { Publication } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'

/** How far the translations of a site are: the document of `status --json`. */
export interface StatusReport {
  readonly locales: Readonly<Record<Locale, LocaleStatus>>
}

export interface Counts {
  /** Texts to translate: `translated` + `outdated` + `missing`. A slug is none of them. */
  readonly units: number
  readonly translated: number
  readonly outdated: number
  readonly missing: number
}

export interface LocaleStatus extends Counts {
  /** Of the sources. */
  readonly words: number
  readonly articles: Readonly<Record<ArticleId, ArticleStatus>>
}

export interface ArticleStatus extends Counts {
  /** What the configuration makes of it where nothing was published before. */
  readonly published: Publication
}

export function emptyCounts(): { -readonly [Name in keyof Counts]: number } {
  return { units: 0, translated: 0, outdated: 0, missing: 0 }
}
