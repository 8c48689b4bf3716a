import type { Finding } from '../../model/finding.ts'
import type { Report } from './report.ts'

/** One document, its shape documented and stable. */
export const json: Report = (findings, summary) => {
  const { errors, warnings, files, words, pages, fixed, baseline } = summary
  return `${JSON.stringify({ findings: findings.map(inOrder), summary: { errors, warnings, files, words, pages, fixed, baseline } }, null, 2)}\n`
}

/** The same order of fields whoever made the finding; those without a value are left out. */
function inOrder(finding: Finding): Finding {
  const { rule, severity, file, line, column, endLine, endColumn, locale, article, message, actual, expected, url, certain } = finding
  const fields = { rule, severity, file, line, column, endLine, endColumn, locale, article, message, actual, expected, url, certain }
  return fields as Finding
}
