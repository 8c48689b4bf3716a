import type { Article, ArticleId } from '../model/article.ts'
import { offsetInFile } from '../model/article.ts'
import type { Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import type { Addresses } from '../render/addresses.ts'

/** Addresses that articles have, by key in lower case: two that differ in case only are one on some disks. */
export type TakenAddresses = Map<string, ArticleId>

/**
 * The finding for an edition whose address another article has; null, and the address taken, where it is free.
 *
 * The first article in the order of ids keeps the address.
 */
export function duplicateAddress(article: Article, card: Card, to: Addresses, taken: TakenAddresses): Finding | null {
  const { key }: { key: Key } = to.article(card)
  const owner = taken.get(key.toLowerCase())
  if (owner === undefined || owner === article.id) {
    taken.set(key.toLowerCase(), article.id)
    return null
  }
  const unit = article.units.find(({ kind }) => kind === 'slug')
  const { path, text } = article.source
  const start = unit === undefined ? 0 : offsetInFile(unit, 0)
  const written = unit !== undefined && text.startsWith(unit.text, start)
  const end = written ? start + unit.text.length : start
  return {
    rule: 'duplicate-slug',
    severity: 'error',
    ...placeOf(path, text, start, end),
    article: article.id,
    locale: card.locale,
    message: `The address \`${key.replace(/index\.html$/, '')}\` belongs to ${owner} already; expected another slug.`,
    ...(written && { actual: unit.text }),
    expected: [],
  }
}
