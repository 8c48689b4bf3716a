import type { Finding, Severity } from '../../model/finding.ts'
import type { Report } from './report.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** GitHub's workflow commands, one a line: an annotation at the place in the pull request. GitHub shows ten of each kind a step. */
export const github: Report = (findings) => findings.map((finding) => `${command(finding)}\n`).join('')

function command({ rule, severity, file, line, column, endLine, endColumn, message }: Finding): string {
  // GitHub drops the columns of what spans lines.
  const end = endLine === undefined || endColumn === undefined ? {} : endLine === line ? { endLine, endColumn } : { endLine }
  const fields = Object.entries({ file, line, col: column, ...end, title: rule })
  return `::${commands[severity]} ${fields.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
