import { locateInMessage } from '../catalog/locate-in-message.ts'
import { activeNeeds, comparesSite } from '../check/active-rules.ts'
import { saidInSite } from '../check/said-in-site.ts'
import { type SiteClaim, siteClaims } from '../check/site-claims.ts'
import { type CountedNames, countNames } from '../check/spelling/count-names.ts'
import { nameCounts } from '../check/spelling/name-counts.ts'
import type { SiteView } from './article-knowledge.ts'
import { breathe } from './breathe.ts'
import type { Newsroom } from './newsroom.ts'
import { prepareArticle } from './prepare-article.ts'

/** What all articles of the site say and whom they name, for the rules that compare; whatever the options leave of the site. */
export async function gatherSite(room: Newsroom, signal: AbortSignal): Promise<SiteView> {
  const { rules } = room.site
  const [compares, names] = [comparesSite(rules), activeNeeds(rules, 'all').has('names')]
  if (!compares && !names) return {}
  const claims: SiteClaim[] = []
  const counted: CountedNames = new Map()
  for (const { id } of room.files.articles) {
    await breathe(signal)
    const { article, editions } = await prepareArticle(room, id, 'none')
    if (article === null) continue
    const all = [...editions.values()]
    if (compares) claims.push(...siteClaims({ article, editions: all, rules, level: 'all', locate: locateInMessage }))
    if (names) countNames(article, all, locateInMessage, counted)
  }
  return {
    ...(compares && { said: saidInSite(claims) }),
    ...(names && { names: new Map([...counted].map(([locale, counts]) => [locale, nameCounts(counts)])) }),
  }
}
