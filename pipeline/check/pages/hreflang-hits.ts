import type { ExpectedPage } from './check-page.ts'
import type { Languages } from './languages.ts'
import type { PageAlternate, PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'

/**
 * What a page says of its other editions: an edition's must be exactly those that are published, all other pages' must hold in themselves.
 *
 * Whether the others say the same is seen from all pages together (`SitePages`).
 */
export function hreflangHits({ alternates }: PageFacts, { url, edition }: ExpectedPage, languages: Languages): PageHit[] {
  const hits = [...malformed(alternates, languages), ...repeated(alternates)]
  if (edition !== null) return [...hits, ...compared(alternates, edition.alternates)]
  if (alternates.length === 0 || alternates.some(({ href }) => href === url)) return hits
  return [...hits, hit(`Unexpected editions without this one, expected an alternate with the address \`${url}\``)]
}

function malformed(alternates: readonly PageAlternate[], languages: Languages): PageHit[] {
  return alternates.flatMap(({ hreflang, href }) => {
    if (hreflang !== 'x-default' && languages.of(hreflang) === null)
      return [hit(`Unexpected \`hreflang="${hreflang}"\`, expected a language tag such as \`pt-BR\`, or \`x-default\``)]
    return /^https?:\/\//.test(href)
      ? []
      : [hit(`Unexpected address \`${href}\` of the edition in \`${hreflang}\`, expected an absolute one`)]
  })
}

function repeated(alternates: readonly PageAlternate[]): PageHit[] {
  const groups = Map.groupBy(alternates, ({ hreflang }) => hreflang.toLowerCase())
  return [...groups].flatMap(([hreflang, { length }]) =>
    length > 1 ? [hit(`Unexpected ${length} editions in \`${hreflang}\`, expected one`)] : [],
  )
}

function compared(found: readonly PageAlternate[], expected: readonly PageAlternate[]): PageHit[] {
  const missing = expected.filter((one) => !found.some((other) => same(one, other)))
  const wrong = found.filter((one) => !expected.some((other) => same(one, other)))
  return [
    ...missing.map(({ hreflang, href }) => hit(`Unexpected lack of the edition in \`${hreflang}\`, expected the alternate \`${href}\``)),
    ...wrong.map(({ hreflang, href }) => hit(`Unexpected alternate \`${href}\` in \`${hreflang}\`: no such edition is published`)),
  ]
}

function same(one: PageAlternate, other: PageAlternate): boolean {
  return one.href === other.href && one.hreflang.toLowerCase() === other.hreflang.toLowerCase()
}

function hit(message: string): PageHit {
  return { rule: 'hreflang', message, evidence: { part: 'head', markup: ['rel="alternate" hreflang', 'hreflang=', '<head'] } }
}
