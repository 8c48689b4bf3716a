import type { ArticleId } from './article.ts'
import type { Locale } from './locale.ts'
import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'info'

/**
 * An author's or translator's mistake, at the place where a person mends it (the article, or the PO file).
 *
 * Its scope follows from `article` and `locale`: an error with both holds back that edition, one with an article alone every edition of it.
 */
export interface Finding extends Place {
  /** Public and permanent, kebab-case. */
  readonly rule: string
  readonly severity: Severity
  readonly article?: ArticleId
  readonly locale?: Locale
  /** One sentence: "Unexpected `x`, expected `y`". */
  readonly message: string
  /** The text from the place's start to its end. */
  readonly actual?: string
  /** The first can replace `actual`. */
  readonly expected: readonly string[]
  readonly url?: string
  /** `expected[0]` is surely what was meant; `check --fix` puts it in. */
  readonly certain?: true
}
