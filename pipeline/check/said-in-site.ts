import type { SaidInSite } from './check-article.ts'
import type { Said } from './rule.ts'
import type { SiteClaim } from './site-claims.ts'

/** What is said for the keys of which a site says two things or more, the most frequent first: plain data. */
export type Disputes = ReadonlyMap<string, readonly Said[]>

/** What `disputes` say of a key. */
export function saidIn(disputes: Disputes): SaidInSite {
  return (rule, locale, key) => disputes.get(JSON.stringify([rule, locale, key])) ?? []
}

/** What a site says for each key of its claims, the most frequent first, of equals the one that comes first by its text. Only keys with two values or more are kept: memory stays small where a site agrees with itself. */
export function disputesIn(claims: Iterable<SiteClaim>): Disputes {
  const first = new Map<string, Said>()
  const disputed = new Map<string, Map<string, Said>>()
  for (const { rule, locale, key, value, file, line } of claims) {
    const name = JSON.stringify([rule, locale, key])
    const values = disputed.get(name)
    const before = values?.get(value) ?? first.get(name)
    const said = { value, count: 1, file, line }
    if (values !== undefined) values.set(value, before?.value === value ? counted(before, said) : said)
    else if (before === undefined) first.set(name, said)
    else if (before.value === value) first.set(name, counted(before, said))
    else
      disputed.set(
        name,
        new Map([
          [before.value, before],
          [value, said],
        ]),
      )
  }
  return new Map([...disputed].map(([name, values]) => [name, [...values.values()].sort(byCount)]))
}

/** The place is the first one by file and line, whatever the order of the claims. */
function counted(one: Said, other: Said): Said {
  const [first] = [one, other].sort((a, b) => compare(a.file, b.file) || a.line - b.line)
  return { ...(first ?? one), count: one.count + other.count }
}

function byCount(a: Said, b: Said): number {
  return b.count - a.count || compare(a.value, b.value)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
