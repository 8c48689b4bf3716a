import type { Finding, Severity } from '../../model/finding.ts'
import { lineReader } from './line-reader.ts'
import type { Report } from './report.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** Reviewdog's diagnostic format; its columns count bytes of UTF-8. */
export const rdjson: Report = (findings, _summary, sources) => {
  const lineOf = lineReader(sources)
  const diagnostics = findings.map((finding) => {
    return diagnostic(finding, (line, column) => inBytes(lineOf(finding.file, line), column))
  })
  return `${JSON.stringify({ source: { name: 'colophon' }, diagnostics }, null, 2)}\n`
}

function diagnostic(finding: Finding, columnOf: (line: number, column: number) => number): object {
  const { rule, severity, file, line, column, endLine, endColumn, message, expected } = finding
  const start = { line, column: columnOf(line, column) }
  const end = endLine === undefined || endColumn === undefined ? undefined : { line: endLine, column: columnOf(endLine, endColumn) }
  const range = { start, end }
  const suggestions = end === undefined ? [] : expected.slice(0, 1).map((replacement) => ({ range, text: replacement }))
  return { message, location: { path: file, range }, severity: severities[severity], code: { value: rule }, suggestions }
}

/** A file that can't be read is taken for ASCII. */
function inBytes(line: string | null, column: number): number {
  return line === null ? column : new TextEncoder().encode(line.slice(0, column - 1)).length + 1
}
