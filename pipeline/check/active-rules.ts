import type { Severity } from '../model/finding.ts'
import type { Site } from '../model/site.ts'
import type { Hit, Rule, RuleOptions } from './rule.ts'
import { rules } from './rules/rules.ts'

export interface ActiveRule {
  readonly rule: Rule
  readonly options: RuleOptions
  /** Null where the hit is none of this run's business. */
  severityOf(hit: Pick<Hit, 'doubtful'>): Severity | null
}

/** The rules that a site wants, the most specific first. A site's severity is meant for all that a rule finds. */
export function activeRules(settings: Site['rules'], level: 'all' | 'errors'): ActiveRule[] {
  return rules.flatMap((rule) => {
    const { setting, options = {} } = settings.get(rule.name) ?? {}
    if (setting === 'off') return []
    const severityOf = ({ doubtful = false }: Pick<Hit, 'doubtful'>): Severity | null => {
      const severity = setting ?? (doubtful && rule.severity === 'error' ? 'warning' : rule.severity)
      return level === 'all' || severity === 'error' ? severity : null
    }
    return level === 'all' || (setting ?? rule.severity) === 'error' ? [{ rule, options, severityOf }] : []
  })
}
