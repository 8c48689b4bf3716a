import { locateInMessage } from '../catalog/locate-in-message.ts'
import { type SiteClaim, siteClaims } from '../check/site-claims.ts'
import { breathe } from './breathe.ts'
import type { Newsroom } from './newsroom.ts'
import { prepareArticle } from './prepare-article.ts'

/** What all translations of the site say, for the rules that compare them; whatever the options leave of the site. */
export async function gatherClaims(room: Newsroom, signal: AbortSignal): Promise<SiteClaim[]> {
  const claims: SiteClaim[] = []
  for (const { id } of room.files.articles) {
    await breathe(signal)
    const { article, editions } = await prepareArticle(room, id, 'none')
    if (article === null) continue
    claims.push(...siteClaims({ article, editions: [...editions.values()], rules: room.site.rules, level: 'all', locate: locateInMessage }))
  }
  return claims
}
