import type { KnownFinding } from './baseline.ts'

export type ReadBaseline =
  | { readonly kind: 'read'; readonly known: readonly KnownFinding[] }
  /** The first line that is no finding, from 1. */
  | { readonly kind: 'wrong'; readonly line: number }

/** A finding a line, sorted: two people's changes merge in git, and a line that came twice by a merge counts once. */
export function writeBaseline(known: readonly KnownFinding[]): string {
  return known.map(({ rule, locale, text, count, since }) => `${JSON.stringify({ rule, locale, text, count, since })}\n`).join('')
}

export function readBaseline(written: string): ReadBaseline {
  const known = new Map<string, KnownFinding>()
  for (const [index, line] of written
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const entry = entryOf(line)
    if (entry === null) return { kind: 'wrong', line: index + 1 }
    const key = JSON.stringify([entry.rule, entry.locale, entry.text])
    const twin = known.get(key)
    known.set(key, twin === undefined ? entry : merged(entry, twin))
  }
  return { kind: 'read', known: [...known.values()] }
}

function merged(one: KnownFinding, other: KnownFinding): KnownFinding {
  const [since = one.since] = [one.since, other.since].sort()
  return { ...one, count: Math.max(one.count, other.count), since }
}

function entryOf(line: string): KnownFinding | null {
  try {
    const { rule, locale, text, count, since }: Record<string, unknown> = JSON.parse(line) ?? {}
    const isEntry = typeof rule === 'string' && typeof text === 'string' && (locale === null || typeof locale === 'string')
    if (!isEntry || typeof count !== 'number' || !(count > 0) || typeof since !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(since)) return null
    return { rule, locale, text, count, since }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
