import type { Finding } from '../model/finding.ts'
import { linesOf } from './lines.ts'

export interface Fixed {
  readonly text: string
  readonly applied: readonly Finding[]
}

/**
 * Put in what is certain: `expected[0]` of the findings that say so, in one file. All other bytes stay.
 *
 * A finding whose words don't stand there any more, or that overlaps with one before it, is left out.
 */
export function applyFixes(text: string, findings: readonly Finding[]): Fixed {
  const lines = linesOf(text)
  const applied: Finding[] = []
  const pieces: string[] = []
  let done = 0
  for (const { finding, start, end, put } of edits(findings, lines)) {
    if (start < done || text.slice(start, end) !== finding.actual) continue
    pieces.push(text.slice(done, start), put)
    done = end
    applied.push(finding)
  }
  return { text: pieces.join('') + text.slice(done), applied }
}

interface Edit {
  readonly finding: Finding
  readonly start: number
  readonly end: number
  readonly put: string
}

function edits(findings: readonly Finding[], lines: ReturnType<typeof linesOf>): Edit[] {
  const found = findings.flatMap((finding): Edit[] => {
    const { certain, line, column, endLine, endColumn, expected } = finding
    const [put] = expected
    if (certain !== true || put === undefined || put === finding.actual || endLine === undefined || endColumn === undefined) return []
    return [{ finding, start: lines.offsetAt(line, column), end: lines.offsetAt(endLine, endColumn), put }]
  })
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}
