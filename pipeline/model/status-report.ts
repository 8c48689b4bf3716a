import type { ArticleId } from './article.ts'
import type { Held, Publication } from './edition.ts'
import type { Locale } from './locale.ts'

/**
 * How far the translations of a site are: the document of `status --json`.
 *
 * Locales in the site's order; in every list corrections first, then by id.
 */
export interface StatusReport {
  readonly locales: Readonly<Record<Locale, LocaleStatus>>
  /** Editions that readers wouldn't get if nothing was published before, drafts included; rules aren't run for it, `check` does that. */
  readonly held: readonly Pick<Held, 'article' | 'locale' | 'why'>[]
}

export interface Counts {
  /** Texts to translate: `translated` + `outdated` + `missing`. A slug is none of them. */
  readonly units: number
  readonly translated: number
  readonly outdated: number
  readonly missing: number
  /** Of the sources: `translatedWords` + `outdatedWords` + `missingWords`. */
  readonly words: number
  readonly translatedWords: number
  readonly outdatedWords: number
  readonly missingWords: number
}

export interface LocaleStatus extends Counts {
  readonly oldestOutdated: string | null
  /** By name. */
  readonly translators: readonly TranslatorStatus[]
  readonly articles: Readonly<Record<ArticleId, ArticleStatus>>
}

export interface ArticleStatus extends Counts {
  /** What the configuration makes of it where nothing was published before. */
  readonly published: Publication
  /** The article was corrected (`updated`), and this translation isn't up to date with it. */
  readonly correction: boolean
  /** When git's commit changed the source of its longest outdated unit, ISO 8601, UTC; null where nothing is outdated or git doesn't know. */
  readonly oldestOutdated: string | null
  /** Names, in the order of the file. */
  readonly translators: readonly string[]
  /** Of the source. */
  readonly title: string
  readonly sourceLocale: Locale
  /** The article's file, relative to the root. */
  readonly file: string
  /** Its translation's file; null where there is none yet. */
  readonly catalog: string | null
}

/** What somebody translated, and what of their articles is still to do: units whose message names them, else their catalog's head, else its team. */
export interface TranslatorStatus extends Counts {
  readonly name: string
  readonly articles: number
}

export type Tally = { -readonly [Name in keyof Counts]: number }

export function emptyTally(): Tally {
  return { units: 0, translated: 0, outdated: 0, missing: 0, words: 0, translatedWords: 0, outdatedWords: 0, missingWords: 0 }
}

export function addUnit(tally: Tally, origin: 'translated' | 'outdated' | 'missing', words: number): Tally {
  tally.units++
  tally[origin]++
  tally.words += words
  tally[`${origin}Words`] += words
  return tally
}

export function addCounts(tally: Tally, counts: Counts): Tally {
  for (const name of countNames) tally[name] += counts[name]
  return tally
}

const countNames = Object.keys(emptyTally()) as (keyof Counts)[]
