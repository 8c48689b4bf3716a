import type { Finding } from '../../model/finding.ts'
import type { Report } from './report.ts'
import { xml } from './xml.ts'

/** Checkstyle's XML, which many editors and review tools read. */
export const checkstyle: Report = (findings) => {
  const files = Map.groupBy(findings, ({ file }) => file)
  const body = [...files].map(([file, found]) => `  <file name="${xml(file)}">\n${found.map(error).join('')}  </file>\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${body}</checkstyle>\n`
}

function error({ rule, severity, line, column, message }: Finding): string {
  return `    <error line="${line}" column="${column}" severity="${severity}" message="${xml(message)}" source="${xml(`colophon.${rule}`)}"/>\n`
}
