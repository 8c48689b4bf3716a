import type { Article } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { activeRules } from './active-rules.ts'
import { sourceTexts, translatedTexts } from './checkable.ts'
import { claimKey } from './claim-key.ts'
import type { Locate } from './place-in-file.ts'
import type { Claim } from './rule.ts'

/** What a translation says that the rest of the site should say too; its key is a `claimKey`. */
export interface SiteClaim extends Claim {
  readonly rule: string
  readonly locale: Locale
  readonly file: string
  readonly line: number
}

interface ClaimInput {
  readonly article: Article
  readonly editions: readonly Edition[]
  readonly rules: Site['rules']
  readonly level: 'all' | 'errors'
  readonly locate: Locate
}

/** The claims of an article's current translations; none where no site rule is active. */
export function siteClaims({ article, editions, rules, level, locate }: ClaimInput): SiteClaim[] {
  const active = activeRules(rules, level).filter(({ rule }) => rule.kind === 'site')
  if (active.length === 0) return []
  const sources = new Map(sourceTexts(article).map(({ unit, passage }) => [unit, passage]))
  return editions.flatMap((edition) => {
    const { locale, catalog } = edition
    if (locale === article.locale) return []
    const file = catalog?.source?.path ?? ''
    return translatedTexts(edition, locate).flatMap(({ unit, passage, message }) => {
      const source = sources.get(unit)
      if (source === undefined) return []
      return active.flatMap(({ rule, options }) => {
        const claim = rule.kind === 'site' ? rule.claim(source, passage, options) : null
        return claim === null
          ? []
          : [{ rule: rule.name, locale, key: claimKey(claim.key), value: claim.value, file, line: message?.line ?? 1 }]
      })
    })
  })
}
