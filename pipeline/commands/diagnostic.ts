import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import type { Finding, Severity } from '../model/finding.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** What goes with a diagnostic to the editor and back. */
interface Mending {
  readonly expected: readonly string[]
  readonly certain: boolean
}

/** A finding as editors show it; lines and columns count from 0 there. */
export function diagnosticOf({
  rule,
  severity,
  line,
  column,
  endLine = line,
  endColumn = column,
  message,
  url = '',
  ...more
}: Finding): Diagnostic {
  const mending: Mending = { expected: more.actual === undefined ? [] : more.expected, certain: more.certain === true }
  return {
    range: { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } },
    severity: severities[severity],
    source: 'colophon',
    code: rule,
    ...(/^https?:/.test(url) && { codeDescription: { href: url } }),
    message,
    data: mending,
  }
}

/** One for each text that can replace what was found, the best first. */
export function replacements(uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const { expected, certain } = mendingOf(diagnostic)
    return expected.map((text, index): CodeAction => {
      const title = text === '' ? 'Take it out' : `Put \`${text}\``
      const edit = { changes: { [uri]: [{ range: diagnostic.range, newText: text }] } }
      return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit, ...(certain && index === 0 && { isPreferred: true }) }
    })
  })
}

/** One for all that is certain in a file; none where nothing is. */
export function mendingAll(uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const edits = diagnostics.flatMap((diagnostic) => {
    const { expected, certain } = mendingOf(diagnostic)
    const [newText] = expected
    return certain && newText !== undefined ? [{ range: diagnostic.range, newText }] : []
  })
  if (edits.length === 0) return []
  return [{ title: 'Mend all that is certain', kind: `${CodeActionKind.SourceFixAll}.colophon`, edit: { changes: { [uri]: edits } } }]
}

/** Editors hand back what they were given; what comes from elsewhere has nothing to mend. */
function mendingOf({ source, data }: Diagnostic): Mending {
  if (source !== 'colophon' || typeof data !== 'object' || data === null) return { expected: [], certain: false }
  const { expected, certain }: Partial<Record<keyof Mending, unknown>> = data
  return { expected: Array.isArray(expected) ? expected.filter((text) => typeof text === 'string') : [], certain: certain === true }
}
