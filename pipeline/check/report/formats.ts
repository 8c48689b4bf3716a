import type { Report } from './report.ts'

export const formatNames = ['pretty', 'json', 'github', 'sarif', 'junit', 'rdjson', 'checkstyle'] as const

export type Format = (typeof formatNames)[number]

/** The report of `check --format`, loaded alone: its libraries are of no use to the others. `color` is for `pretty`. */
export async function reportAs(format: Format, color: boolean): Promise<Report> {
  switch (format) {
    case 'pretty': {
      const { pretty } = await import('./pretty.ts')
      return (findings, summary, sources) => pretty(findings, summary, sources, color)
    }
    case 'json':
      return (await import('./json.ts')).json
    case 'github':
      return (await import('./github.ts')).github
    case 'sarif':
      return (await import('./sarif.ts')).sarif
    case 'junit':
      return (await import('./junit.ts')).junit
    case 'rdjson':
      return (await import('./rdjson.ts')).rdjson
    case 'checkstyle':
      return (await import('./checkstyle.ts')).checkstyle
  }
}
