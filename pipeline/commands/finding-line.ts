import type { Finding } from '../model/finding.ts'

/** A finding in one line, as compilers write it: `locales/it/articles/a.po:3:5: error: Unexpected … (catalog-syntax)`. */
export function findingLine({ file, line, column, severity, message, rule }: Finding): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${rule})\n`
}
