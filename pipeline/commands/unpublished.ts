import { isSlug } from '../article/slug.ts'
import type { Unpublished } from '../check/pages/site-facts.ts'
import { cardOf } from '../merge/card.ts'
import type { Addresses } from '../render/addresses.ts'
import type { Decided } from './editorial.ts'

/** The editions of an article that no reader may see: all of a draft, and those that are held back, where they have a title and an address of their own. */
export function unpublishedOf({ prepared, decision }: Decided, to: Addresses): Unpublished[] {
  const { article, editions } = prepared
  if (article === null) return []
  const held = new Set(decision.held.map(({ locale }) => locale))
  const secret = [...editions.values()].filter(({ locale }) => article.meta.draft || held.has(locale))
  return secret.map((edition) => {
    const card = cardOf(edition, 'complete', isSlug)
    return {
      article: article.id,
      locale: card.locale,
      title: card.titleLocale === undefined ? card.title : '',
      key: to.article(card).key,
      why: article.meta.draft ? 'draft' : 'held',
    }
  })
}
