import type { Severity } from './finding.ts'

/** A locale's own rules of style, from `locales/<tag>/style.yaml`. */
export interface HouseStyle {
  readonly entries: readonly StyleEntry[]
}

export const noHouseStyle: HouseStyle = { entries: [] }

interface StyleName {
  /** Kebab-case, one of its kind in the file. */
  readonly name: string
  readonly severity: Severity
  /** With `{found}` and `{expected}` in it; null for the kind's own. */
  readonly message: string | null
  /** To the page of the house's style book. */
  readonly link: string | null
}

export type StyleEntry = StyleName & { readonly kind: 'existence'; readonly tokens: readonly string[] }
