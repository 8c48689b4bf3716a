import type { ArticleId } from '../model/article.ts'
import type { Key } from '../model/artifact.ts'
import type { Finding } from '../model/finding.ts'
import type { Addresses } from '../render/addresses.ts'
import type { ShownEdition } from './decide-editions.ts'
import { slugPlace } from './slug-place.ts'

/** Addresses that articles have, by key in lower case: two that differ in case only are one on some disks. */
export type TakenAddresses = Map<string, ArticleId>

/**
 * The finding for an edition whose address another article has; null, and the address taken, where it is free.
 *
 * The first article in the order of ids keeps the address.
 */
export function duplicateAddress({ edition, card }: ShownEdition, to: Addresses, taken: TakenAddresses): Finding | null {
  const { article } = edition
  const { key }: { key: Key } = to.article(card)
  const owner = taken.get(key.toLowerCase())
  if (owner === undefined || owner === article.id) {
    taken.set(key.toLowerCase(), article.id)
    return null
  }
  return {
    rule: 'duplicate-slug',
    severity: 'error',
    ...slugPlace(edition),
    article: article.id,
    locale: card.locale,
    message: `The address \`${key.replace(/index\.html$/, '')}\` belongs to ${owner} already; expected another slug.`,
    expected: [],
  }
}
