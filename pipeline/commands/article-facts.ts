import { locateInMessage } from '../catalog/locate-in-message.ts'
import { claimKey } from '../check/claim-key.ts'
import { type SiteClaim, siteClaims } from '../check/site-claims.ts'
import { type CountedNames, countNames } from '../check/spelling/count-names.ts'
import type { Locale } from '../model/locale.ts'
import type { Newsroom } from './newsroom.ts'
import type { Merged } from './prepare-article.ts'

/** What an article says that others are compared with: plain JSON, and small. */
export interface ArticleFacts {
  readonly claims: readonly ClaimGroup[]
  readonly names: readonly (readonly [Locale, readonly (readonly [name: string, count: number])[]])[]
  /** The texts of values that were in dispute, by their `claimKey`. */
  readonly texts: Readonly<Record<string, string>>
}

/** Claims of one rule in one catalog, key and value as `claimKey`s. */
export interface ClaimGroup {
  readonly rule: string
  readonly locale: Locale
  readonly file: string
  readonly said: readonly (readonly [key: string, value: string, line: number])[]
}

const nothing: ArticleFacts = { claims: [], names: [], texts: {} }

/** @param disputed values whose texts are wanted */
export function articleFacts({ site }: Newsroom, merged: Merged, disputed: ReadonlySet<string>): ArticleFacts {
  if (merged.kind === 'broken') return nothing
  const { article, editions } = merged
  const all = [...editions.values()]
  const claims = siteClaims({ article, editions: all, rules: site.rules, level: 'all', locate: locateInMessage })
  const counted: CountedNames = new Map()
  countNames(article, all, locateInMessage, counted)
  const texts = claims.map(({ value }) => [claimKey(value), value] as const).filter(([key]) => disputed.has(key))
  return { claims: grouped(claims), names: [...counted].map(([locale, counts]) => [locale, [...counts]]), texts: Object.fromEntries(texts) }
}

function grouped(claims: readonly SiteClaim[]): ClaimGroup[] {
  const groups = Map.groupBy(claims, ({ rule, locale, file }) => JSON.stringify([rule, locale, file]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { rule, locale, file } = first
    return [{ rule, locale, file, said: group.map(({ key, value, line }) => [key, claimKey(value), line] as const) }]
  })
}
