import type { Held } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { visible } from '../model/visible.ts'
import type { Context } from './context.ts'
import { findingLine } from './finding-line.ts'

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

/** What people must know of a build, on stderr: the errors, and which editions wait for what. Other warnings than of words that readers miss are `check`'s business. */
export function tellProblems(
  { findings, held }: { findings: readonly Finding[]; held: readonly Held[] },
  { stderr, progress }: Context,
): void {
  // What a template does to all editions is one mistake.
  for (const line of new Set(findings.flatMap((finding) => (finding.severity === 'error' ? findingLine(finding) : [])))) stderr.write(line)
  for (const finding of findings) if (finding.rule === 'interface-missing') progress.note(findingLine(finding).trimEnd())
  for (const { article, locale, why, cause } of held) {
    const line = visible(`held: ${article} in ${locale}: ${why}`)
    if (cause === 'error') stderr.write(`${line}\n`)
    else progress.note(line)
  }
}
