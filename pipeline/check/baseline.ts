import type { Finding } from '../model/finding.ts'
import { linesOf } from './lines.ts'
import type { Sources } from './report/report.ts'

/** A finding that was there when the baseline was made, known by the words around it: wherever they move, it moves along. */
export interface KnownFinding {
  readonly rule: string
  /** Null where a finding concerns no language. */
  readonly locale: string | null
  /** The words before, what was found in brackets, the words after. */
  readonly text: string
  /** How many findings are so alike. */
  readonly count: number
  /** The day it was first in the baseline: `2026-11-23`. */
  readonly since: string
}

export interface Judged {
  /** Those that the baseline doesn't know. */
  readonly fresh: readonly Finding[]
  readonly known: number
  /** Since when the oldest of the known ones has been there; null where none is. */
  readonly oldest: string | null
  /** Findings of the baseline that are no more. */
  readonly stale: readonly KnownFinding[]
}

/** Part findings into those that a baseline knows and those that it doesn't. */
export function judge(findings: readonly Finding[], baseline: readonly KnownFinding[], sources: Sources): Judged {
  const left = new Map(baseline.map((entry) => [keyOf(entry), entry.count]))
  const fresh: Finding[] = []
  const met = new Set<string>()
  const describe = describer(sources)
  for (const finding of findings) {
    const key = keyOf(describe(finding))
    const count = left.get(key) ?? 0
    if (count === 0) fresh.push(finding)
    else {
      left.set(key, count - 1)
      met.add(key)
    }
  }
  const since = baseline.filter((entry) => met.has(keyOf(entry))).map((entry) => entry.since)
  return {
    fresh,
    known: findings.length - fresh.length,
    oldest: since.sort()[0] ?? null,
    stale: baseline.flatMap((entry) => {
      const count = left.get(keyOf(entry)) ?? 0
      return count > 0 ? [{ ...entry, count }] : []
    }),
  }
}

/**
 * The baseline of these findings: those that were known keep their day, what is no more is dropped. Sorted.
 *
 * @param today `2026-11-23`
 */
export function baselineOf(
  findings: readonly Finding[],
  before: readonly KnownFinding[],
  { sources, today }: { readonly sources: Sources; readonly today: string },
): KnownFinding[] {
  const since = new Map(before.map((entry) => [keyOf(entry), entry.since]))
  const describe = describer(sources)
  const groups = Map.groupBy(findings.map(describe), keyOf)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, [first, ...more]]) => {
      return first === undefined ? [] : [{ ...first, count: 1 + more.length, since: since.get(key) ?? today }]
    })
}

type Described = Pick<KnownFinding, 'rule' | 'locale' | 'text'>

function keyOf({ rule, locale, text }: Described): string {
  return JSON.stringify([rule, locale, text])
}

/** Findings are sorted by file: the last file's lines are kept. */
function describer(sources: Sources): (finding: Finding) => Described {
  let last: { file: string; text: string; lines: ReturnType<typeof linesOf> } | null = null
  return (finding) => {
    if (last?.file !== finding.file) {
      const text = sources(finding.file) ?? ''
      last = { file: finding.file, text, lines: linesOf(text) }
    }
    const { rule, locale = null, line, column, endLine = line, endColumn = column } = finding
    const start = last.lines.offsetAt(line, column)
    const end = Math.max(start, last.lines.offsetAt(endLine, endColumn))
    return { rule, locale, text: around(last.text, start, end, finding) }
  }
}

/** Words on either side. */
const words = 4
/** Characters that hold them. */
const near = 200

/** Within the paragraph or the message's text; how lines are wrapped doesn't matter. Where nothing stands there, the message says what is missing. */
function around(text: string, start: number, end: number, { message, actual }: Finding): string {
  const before = text.slice(Math.max(0, start - near), start)
  const after = text.slice(end, end + near)
  const from = Math.max(
    ...[...before.matchAll(/\n[ \t]*\r?\n|\bmsgstr(?:\[\d\])? /g)].map(({ 0: found, index }) => index + found.length),
    0,
  )
  const to = /\r?\n[ \t]*\r?\n|\n(?:#|msg)/.exec(after)?.index ?? after.length
  const left = unwrapped(before.slice(from))
    .split(' ')
    .slice(-words - 1)
    .join(' ')
  const right = unwrapped(after.slice(0, to))
    .split(' ')
    .slice(0, words + 1)
    .join(' ')
  return `${left}[${actual === undefined ? message : unwrapped(text.slice(start, end))}]${right}`.trim()
}

function unwrapped(text: string): string {
  return text.replace(/"[ \t]*\r?\n[ \t]*"/g, '').replace(/\s+/g, ' ')
}
