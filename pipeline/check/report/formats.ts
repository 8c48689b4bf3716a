import { checkstyle } from './checkstyle.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import type { Report } from './report.ts'
import { sarif } from './sarif.ts'

export const formatNames = ['pretty', 'json', 'github', 'sarif', 'junit', 'rdjson', 'checkstyle'] as const

export type Format = (typeof formatNames)[number]

/** The report of `check --format`; `color` is for `pretty` alone. */
export function reportAs(format: Format, color: boolean): Report {
  switch (format) {
    case 'pretty':
      return (findings, summary, sources) => pretty(findings, summary, sources, color)
    case 'json':
      return json
    case 'github':
      return github
    case 'sarif':
      return sarif
    case 'junit':
      return junit
    case 'rdjson':
      return rdjson
    case 'checkstyle':
      return checkstyle
  }
}
