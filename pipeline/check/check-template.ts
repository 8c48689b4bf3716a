import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { activeRules } from './active-rules.ts'
import { rulePage } from './rule-page.ts'
import { sortFindings } from './sort-findings.ts'

/** What is wrong with the code of a template. */
export function checkTemplate({ path, text }: Pick<Source, 'path' | 'text'>, rules: Site['rules']): Finding[] {
  const findings = activeRules(rules, 'all').flatMap(({ rule, options, severityOf }) => {
    if (rule.kind !== 'template') return []
    return rule.check(text, options).flatMap((hit) => {
      const severity = severityOf(hit)
      const { message, expected } = hit
      const { start, end } = hit.range
      if (severity === null) return []
      const place = placeOf(path, text, start, end)
      return [{ rule: rule.name, severity, ...place, message, actual: text.slice(start, end), expected, url: rulePage(rule.name) }]
    })
  })
  return sortFindings(findings)
}
