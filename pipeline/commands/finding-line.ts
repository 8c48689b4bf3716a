import type { Finding } from '../model/finding.ts'
import { visible } from '../model/visible.ts'

/** A finding in one line, as compilers write it: `locales/it/articles/a.po:3:5: error: Unexpected … (catalog-syntax)`. */
export function findingLine(finding: Finding): string {
  return `${visible(`${findingPlace(finding)}: ${finding.severity}: ${finding.message} (${finding.rule})`)}\n`
}

/** `articles/talks.md:3:5` */
export function findingPlace({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`
}
