import type { SiteFacts, SiteHit, SitePage } from './site-facts.ts'

/** Titles and descriptions that two pages of a language share: in a list of results nobody can tell them apart. Editions of one page may. */
export function doubleTitleHits({ pages }: SiteFacts): SiteHit[] {
  const found = [...pages.values()].filter(({ noindex, redirects, canonical, url }) => {
    return !noindex && !redirects && (canonical === null || canonical === url)
  })
  return [...doubles(found, 'title'), ...doubles(found, 'description')]
}

function doubles(pages: readonly SitePage[], what: 'title' | 'description'): SiteHit[] {
  const groups = Map.groupBy(
    pages.filter((page) => page[what] !== ''),
    (page) => `${page.lang} ${page[what]}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.length === 1 ? [] : group.sort((one, other) => (one.key < other.key ? -1 : 1))
    if (first === undefined) return []
    return others.flatMap((other) => {
      if (other.alternates.some(({ href }) => href === first.url)) return []
      const message = `Unexpected ${what} “${other[what]}”, which ${first.url} has too, expected one of its own`
      const evidence = { part: 'head', words: other[what], markup: ['<title', '<head'] } as const
      return [{ seen: [other.key] as const, hit: { rule: 'page-title' as const, message, evidence } }]
    })
  })
}
