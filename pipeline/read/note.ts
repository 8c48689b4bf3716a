import type { Finding, Severity } from '../model/finding.ts'

/** A finding about a file or folder as such, not about a place in it. */
export function note(rule: string, severity: Severity, file: string, message: string): Finding {
  return { rule, severity, file, line: 1, column: 1, message, expected: [] }
}

export function linkNote(file: string): Finding {
  return note('ignored-file', 'warning', file, 'Unexpected symbolic link, expected a file: it is passed over.')
}
