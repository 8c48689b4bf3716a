import { digest } from '../../model/digest.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import type { Report } from './report.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0. Fingerprints don't hold line numbers: a finding that moves stays the same one. */
export const sarif: Report = (findings) => {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const seen = new Map<string, number>()
  const results = findings.map((finding) => {
    const content = [finding.rule, finding.file, finding.message, finding.actual ?? '']
    const key = JSON.stringify(content)
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return result(finding, rules.indexOf(finding.rule), digest(JSON.stringify([...content, nth])))
  })
  const driver = { name: 'colophon', rules: rules.map((id) => ({ id })) }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function result(finding: Finding, ruleIndex: number, fingerprint: string): object {
  const { rule, severity, file, line, column, endLine, endColumn, message, actual, expected, locale, article } = finding
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: actual === undefined ? undefined : { text: actual } }
  const artifactLocation = { uri: encodeURI(file).replace(/[?#]/g, encodeURIComponent) }
  const [text] = expected
  const deletedRegion = { startLine: line, startColumn: column, endLine, endColumn }
  const change = { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text } }] }
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'colophonFinding/v1': fingerprint },
    fixes: text === undefined || endLine === undefined ? undefined : [{ artifactChanges: [change] }],
    properties: { locale, article },
  }
}
