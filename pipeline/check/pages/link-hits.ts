import type { Key } from '../../model/artifact.ts'
import type { SiteFacts, SiteHit, SiteLink } from './site-facts.ts'

/** Addresses of the site that lead nowhere: no object, no element, or a page in another language than the link says. */
export function linkHits({ links, objects, pages, to }: SiteFacts, unpublished: ReadonlySet<Key>): SiteHit[] {
  const ids = new Map<Key, ReadonlySet<string>>()
  const idsOf = (key: Key): ReadonlySet<string> | null => {
    const page = pages.get(key)
    if (page === undefined) return null
    const known = ids.get(key) ?? new Set(page.ids)
    ids.set(key, known)
    return known
  }
  return [...links.values()].flatMap((link) => {
    const { key, fragment, hreflang } = link
    // What isn't published yet is a leak, which is told by itself.
    if (!objects.has(key)) return unpublished.has(key) ? [] : [dead(link, missing(link, objects, to))]
    if (fragment !== '' && !isOwn(fragment) && idsOf(key)?.has(fragment) === false && !isWithin(link))
      return [dead(link, `nothing on ${to.pathOf(key)} has the id \`${fragment}\``)]
    const { lang = null, wordsLang = null } = pages.get(key) ?? {}
    if (hreflang === null || hreflang === 'x-default' || lang === null || isOneOf(hreflang, lang, wordsLang ?? lang)) return []
    const message = `Unexpected \`hreflang="${hreflang}"\` of the link \`${link.address}\`, expected \`${lang}\`, the language of that page`
    return [{ seen: link.seen, hit: { rule: 'hreflang' as const, message, evidence: evidence(link) } }]
  })
}

function isOneOf(hreflang: string, ...langs: readonly string[]): boolean {
  return langs.some((lang) => lang.toLowerCase() === hreflang.toLowerCase())
}

/** Browsers' own. */
function isOwn(fragment: string): boolean {
  return fragment === 'top' || fragment.startsWith(':~:')
}

/** A page's links to itself are judged with the page. */
function isWithin({ address }: SiteLink): boolean {
  return address.startsWith('#')
}

function missing({ key }: SiteLink, objects: ReadonlySet<Key>, to: SiteFacts['to']): string {
  const folder = `${key}/index.html` as Key
  return objects.has(folder) ? `no page stands there, expected \`${to.pathOf(folder)}\`` : 'nothing is published there'
}

function dead(link: SiteLink, why: string): SiteHit {
  return {
    seen: link.seen,
    hit: { rule: 'dead-link', message: `Unexpected address \`${link.address}\`: ${why}`, evidence: evidence(link) },
  }
}

function evidence({ address, isClaim }: SiteLink) {
  return { part: isClaim ? 'head' : 'body', address, markup: [`"${address}"`] } as const
}
