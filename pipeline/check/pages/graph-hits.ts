import type { SiteFacts, SiteHit, SitePage } from './site-facts.ts'

/** What pages say of each other: each edition must list those that list it, and canonical addresses end where they lead. */
export function graphHits(facts: SiteFacts): SiteHit[] {
  return [...facts.pages.values()].flatMap((page) => (page.redirects ? [] : [...alternateHits(page, facts), ...canonicalHits(page, facts)]))
}

function alternateHits(page: SitePage, { byUrl }: SiteFacts): SiteHit[] {
  const standard = page.alternates.find(({ hreflang }) => hreflang === 'x-default')?.href
  return page.alternates.flatMap(({ hreflang, href }) => {
    const other = byUrl.get(href)
    // Elsewhere, or nowhere, which is a dead link.
    if (other === undefined || other === page) return []
    if (other.redirects) return [hit(page, 'hreflang', `Unexpected alternate \`${href}\`: that page leads on to another one`)]
    if (!other.alternates.some((back) => back.href === page.url))
      return [
        hit(
          page,
          'hreflang',
          `Unexpected alternate \`${href}\` in \`${hreflang}\`, which doesn't list this page in turn: search engines pass over both`,
        ),
      ]
    const theirs = other.alternates.find((one) => one.hreflang === 'x-default')?.href
    if (standard === theirs) return []
    const said = standard === undefined ? 'lack of `x-default`' : `\`x-default\` \`${standard}\``
    return [hit(page, 'hreflang', `Unexpected ${said}, expected ${theirs === undefined ? 'none' : `\`${theirs}\``}, as ${href} says`)]
  })
}

function canonicalHits(page: SitePage, { byUrl }: SiteFacts): SiteHit[] {
  const { canonical } = page
  if (canonical === null || canonical === page.url) return []
  const other = byUrl.get(canonical)
  if (other === undefined || (other.canonical === canonical && !other.noindex && !other.redirects)) return []
  return [hit(page, 'canonical', `Unexpected canonical address \`${canonical}\`: that page isn't its own`)]
}

function hit({ key }: SitePage, rule: 'hreflang' | 'canonical', message: string): SiteHit {
  const markup = rule === 'hreflang' ? ['rel="alternate" hreflang', 'hreflang=', '<head'] : ['rel="canonical"', 'canonical', '<head']
  return { seen: [key], hit: { rule, message, evidence: { part: 'head', markup } } }
}
