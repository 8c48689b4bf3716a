import type { UnitKind } from './article.ts'
import type { Severity } from './finding.ts'

/** A locale's own rules of style, from `locales/<tag>/style.yaml`. */
export interface HouseStyle {
  readonly entries: readonly StyleEntry[]
}

interface StyleName {
  /** One of its kind in the file. */
  readonly name: string
  readonly severity: Severity
  /** With `{found}` and `{expected}` in it; null for the kind's own. */
  readonly message: string | null
  /** To a page of the house's style book. */
  readonly link: string | null
}

/**
 * One rule of style. Phrases are plain text: spaces stand for any white space, a lower-case phrase for its capitals too.
 *
 * Patterns are regular expressions in RE2's syntax.
 */
export type StyleEntry = StyleName &
  (
    | { readonly kind: 'substitution'; readonly swaps: readonly Swap[]; readonly certain: boolean }
    | { readonly kind: 'existence'; readonly phrases: readonly string[]; readonly patterns: readonly string[] }
    | { readonly kind: 'consistency'; readonly pairs: readonly (readonly [one: string, other: string])[] }
    | {
        readonly kind: 'capitalisation'
        readonly units: readonly UnitKind[]
        readonly style: CapitalStyle
        readonly except: readonly string[]
      }
    | {
        readonly kind: 'conditional'
        /** Where its first group matches some text, that of `second` must match the same text in the article. */
        readonly first: string
        readonly second: string
        readonly except: readonly string[]
      }
  )

/** Put one of `to`, the best first, where `from` stands. */
export interface Swap {
  readonly from: string
  readonly to: readonly string[]
}

export const capitalStyles = ['sentence', 'title', 'upper', 'lower'] as const

/** `sentence`: the first word and names; `title`: all words but the short ones; or all letters. */
export type CapitalStyle = (typeof capitalStyles)[number]
