import type { Finding } from '../../model/finding.ts'
import { visible } from '../../model/visible.ts'
import type { BaselineSummary, Summary } from '../summary.ts'
import { frame } from './frame.ts'
import { lineReader } from './line-reader.ts'
import type { Sources } from './report.ts'
import { type Style, styleOf } from './style.ts'

/** For people at a terminal: place, severity, rule, message, and the line itself; at the end the sum. */
export function pretty(findings: readonly Finding[], summary: Summary, sources: Sources, color: boolean): string {
  const style = styleOf(color)
  const lineOf = lineReader(sources)
  return `${findings.map((finding) => `${entry(finding, lineOf(finding.file, finding.line), style)}\n\n`).join('')}${sum(summary, style)}\n`
}

function entry(finding: Finding, text: string | null, style: Style): string {
  const { rule, severity, file, line, column, message } = finding
  const paint = severity === 'error' ? style.bad : severity === 'warning' ? style.doubtful : style.dim
  const head = `${style.strong(`${visible(file)}:${line}:${column}`)} ${paint(severity)} ${style.dim(rule)} ${visible(message)}`
  return text === null ? head : `${head}\n${frame(text, finding, style)}`
}

function sum({ errors, warnings, files, words, pages, fixed, baseline }: Summary, style: Style): string {
  const read = `${counted(words, 'word')} in ${counted(files, 'file')}${pages === undefined ? '' : ` and ${counted(pages, 'page')}`}`
  const more = [
    ...(fixed === undefined ? [] : [`${counted(fixed, 'mistake')} mended.`]),
    ...(baseline === undefined ? [] : knownText(baseline)),
  ]
  if (errors + warnings === 0) return [`No ${baseline === undefined ? '' : 'new '}mistakes found: ${read} checked.`, ...more].join('\n')
  const parts = [errors > 0 ? style.bad(counted(errors, 'error')) : '', warnings > 0 ? style.doubtful(counted(warnings, 'warning')) : '']
  return [`${parts.filter((part) => part !== '').join(', ')}: ${read} checked.`, ...more].join('\n')
}

function knownText({ known, oldest, stale }: BaselineSummary): string[] {
  const since = oldest === null ? '' : `, the oldest since ${oldest}`
  const gone =
    stale === null || stale === 0
      ? []
      : [
          `${counted(stale, 'finding')} of the baseline ${stale === 1 ? 'is' : 'are'} no more: --update-baseline drops ${stale === 1 ? 'it' : 'them'}.`,
        ]
  return [`${counted(known, 'finding')} known to the baseline${since}.`, ...gone]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
