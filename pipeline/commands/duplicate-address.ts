import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Place } from '../model/place.ts'
import type { Addresses } from '../render/addresses.ts'
import type { ShownEdition } from './decide-editions.ts'
import { slugPlace } from './slug-place.ts'

/** Addresses that articles have, by key in lower case: two that differ in case only are one on some disks. */
export type TakenAddresses = Map<string, ArticleId>

export interface EditionAddress {
  readonly article: ArticleId
  readonly locale: Locale
  readonly key: string
  /** Where the slug is written, with what stands there. */
  readonly place: Place & { readonly actual?: string }
}

export function editionAddress({ edition, card }: ShownEdition, to: Addresses): EditionAddress {
  return { article: edition.article.id, locale: card.locale, key: to.article(card).key, place: slugPlace(edition) }
}

/**
 * The finding for an edition whose address another article has; null, and the address taken, where it is free.
 *
 * The first article in the order of ids keeps the address.
 */
export function duplicateAddress({ article, locale, key, place }: EditionAddress, taken: TakenAddresses): Finding | null {
  const owner = taken.get(key.toLowerCase())
  if (owner === undefined || owner === article) {
    taken.set(key.toLowerCase(), article)
    return null
  }
  return {
    rule: 'duplicate-slug',
    severity: 'error',
    ...place,
    article,
    locale,
    message: `The address \`${key.replace(/index\.html$/, '')}\` belongs to ${owner} already; expected another slug.`,
    expected: [],
  }
}
