import type { Severity } from '../model/finding.ts'
import type { Site } from '../model/site.ts'
import type { Hit, Need, Rule, RuleOptions } from './rule.ts'
import { rules } from './rules/rules.ts'
import { unusedSilence } from './rules/unused-silence.ts'

export interface ActiveRule {
  readonly rule: Rule
  readonly options: RuleOptions
  /** Null where the hit is none of this run's business. */
  severityOf(hit: Pick<Hit, 'doubtful' | 'severity'>): Severity | null
}

/** The rules that a site wants, the most specific first. A site's severity is meant for all that a rule finds. */
export function activeRules(settings: Site['rules'], level: 'all' | 'errors'): readonly ActiveRule[] {
  const known = active[level].get(settings)
  if (known !== undefined) return known
  const found = chosen(settings, level)
  active[level].set(settings, found)
  return found
}

/** Each article asks. */
const active = { all: new WeakMap<Site['rules'], readonly ActiveRule[]>(), errors: new WeakMap<Site['rules'], readonly ActiveRule[]>() }

function chosen(settings: Site['rules'], level: 'all' | 'errors'): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const { setting = null, options = {} } = settings.get(rule.name) ?? {}
    const usual = setting ?? rule.severity
    if (usual === 'off' || (level === 'errors' && usual !== 'error')) return []
    const severityOf: ActiveRule['severityOf'] = ({ doubtful = false, severity: own = usual }) => {
      const severity = setting === null || setting === 'off' ? (doubtful && own === 'error' ? 'warning' : own) : setting
      return level === 'all' || severity === 'error' ? severity : null
    }
    return [{ rule, options, severityOf }]
  })
}

/** Whether silences that no rule needs are sought: that depends on all editions of an article. */
export function seeksIdleSilences(settings: Site['rules'], level: 'all' | 'errors'): boolean {
  return activeRules(settings, level).some(({ rule }) => rule.name === unusedSilence.name)
}

/** Whether a rule is active that knows how often a name stands in the whole site. */
export function comparesNames(settings: Site['rules'], level: 'all' | 'errors'): boolean {
  return activeRules(settings, level).some(({ rule }) => needsOf(rule).includes('names'))
}

/** What has to be made ready for the active rules. */
export function activeNeeds(settings: Site['rules'], level: 'all' | 'errors'): ReadonlySet<Need> {
  return new Set(activeRules(settings, level).flatMap(({ rule }) => needsOf(rule)))
}

/** Whether a rule is active that compares translations with those of the whole site. */
export function comparesSite(settings: Site['rules']): boolean {
  return activeRules(settings, 'all').some(({ rule }) => rule.kind === 'site')
}

function needsOf({ needs = [] }: Rule): readonly Need[] {
  return needs
}
