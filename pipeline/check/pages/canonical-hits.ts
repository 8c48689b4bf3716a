import type { ExpectedPage } from './check-page.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'

/** Which address search engines are told to know a page by: one, absolute, and the right one; or none, and to pass over the page. */
export function canonicalHits({ canonicals, noindex }: PageFacts, { url, edition }: ExpectedPage): PageHit[] {
  const found = new Set(canonicals)
  if (found.size > 1) return [hit(`Unexpected addresses ${[...found].map((one) => `\`${one}\``).join(' and ')}, expected one`)]
  const [canonical] = found
  const expected = edition === null ? url : edition.canonical
  if (noindex) return edition === null ? [] : [hit('Unexpected `noindex`, expected an article that search engines find')]
  if (canonical === undefined) {
    const missing = hit(`Unexpected page without a canonical address, expected \`${expected ?? url}\``)
    return [edition === null ? { ...missing, severity: 'warning' } : missing]
  }
  if (expected === null || canonical === expected) return []
  return [hit(`Unexpected canonical address \`${canonical}\`, expected \`${expected}\``)]
}

function hit(message: string): PageHit {
  return { rule: 'canonical', message, evidence: { part: 'head', markup: ['rel="canonical"', 'canonical', '<head'] } }
}
