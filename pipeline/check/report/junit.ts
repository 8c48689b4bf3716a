import type { Finding } from '../../model/finding.ts'
import type { Report } from './report.ts'
import { xml } from './xml.ts'

/** JUnit's XML as CI servers read it: a suite a file, a failed case a finding. Only errors fail. */
export const junit: Report = (findings, { errors }) => {
  const files = Map.groupBy(findings, ({ file }) => file)
  const suites = [...files].map(([file, found]) => suite(file, found)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="colophon" tests="${findings.length}" failures="${errors}">\n${suites}</testsuites>\n`
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length
  const cases = findings.map(testCase).join('')
  return `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures}">\n${cases}  </testsuite>\n`
}

function testCase({ rule, severity, file, line, column, message }: Finding): string {
  const text = xml(`${file}:${line}:${column} ${message}`)
  const outcome =
    severity === 'error'
      ? `<failure type="${xml(rule)}" message="${xml(message)}">${text}</failure>`
      : `<system-out>${severity}: ${text}</system-out>`
  return `    <testcase name="${xml(`${rule} ${line}:${column}`)}" classname="${xml(file)}">${outcome}</testcase>\n`
}
