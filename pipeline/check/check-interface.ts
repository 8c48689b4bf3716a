import type { Finding } from '../model/finding.ts'
import { type JsonMember, readJson } from '../model/json.ts'
import { placeOf } from '../model/place.ts'
import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { activeRules } from './active-rules.ts'
import type { InterfaceEntry, InterfaceText } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { sortFindings } from './sort-findings.ts'

export interface InterfaceInput extends Omit<InterfaceText, 'entries'> {
  /** The locale's own `interface.json`. */
  readonly source: Source
  readonly rules: Site['rules']
}

/** What is wrong with the words of pages in one locale, each at its place in the JSON. A file that is no JSON has none: its reader tells. */
export function checkInterface({ source, rules, ...text }: InterfaceInput): Finding[] {
  const { path, text: json } = source
  const entries = entriesIn(json)
  const findings = activeRules(rules, 'all').flatMap(({ rule, options, severityOf }) => {
    if (rule.kind !== 'interface') return []
    return rule.check({ ...text, entries }, options).flatMap((hit) => {
      const severity = severityOf(hit)
      if (severity === null) return []
      const { start, end } = hit.range
      const { name } = rule
      const { message, expected } = hit
      const place = placeOf(path, json, start, end)
      return [
        { rule: name, severity, ...place, locale: text.locale, message, actual: json.slice(start, end), expected, url: rulePage(name) },
      ]
    })
  })
  return sortFindings(findings)
}

function entriesIn(json: string): InterfaceEntry[] {
  const read = readJson(json)
  if (read.kind === 'wrong' || read.root.kind !== 'object') return []
  return read.root.members.flatMap((member) => entry(member, json) ?? [])
}

function entry({ name, start, end, value }: JsonMember, json: string): InterfaceEntry | null {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return null
  const offsets = letters(json, value.start)
  const last = offsets.at(-1) ?? value.start + 1
  return {
    key: name,
    text: value.value,
    keyRange: { start, end },
    range: { start: value.start, end: last + 1 },
    rangeOf: (from, to) => ({ start: offsets[from] ?? last, end: offsets[to] ?? last }),
  }
}

const escaped = /\\(?:u[0-9a-fA-F]{4}|.)/y

/** Where each letter of a JSON text stands, and behind the last one its closing quote. */
function letters(json: string, quote: number): number[] {
  const offsets: number[] = []
  let at = quote + 1
  while (at < json.length && json[at] !== '"') {
    offsets.push(at)
    escaped.lastIndex = at
    at += escaped.exec(json)?.[0].length ?? 1
  }
  return [...offsets, at]
}
