import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { nameSlug } from './name-slug.ts'

/** The editions with one tag, or by one author, in every locale that has some. */
export interface GatheredList {
  readonly kind: 'tag' | 'author'
  /** As most of them write it; of two as frequent ones the first by code point. */
  readonly name: string
  /** In the order in which they were given. */
  readonly cards: ReadonlyMap<Locale, readonly Card[]>
}

/**
 * All of a site's lists of tags and authors, in the order of their kinds and slugs. Names with one slug are one list.
 *
 * @param cards of all published editions, by locale
 */
export function gatheredLists(cards: ReadonlyMap<Locale, readonly Card[]>): GatheredList[] {
  return [...ofKind('tag', cards, ({ tags }) => tags), ...ofKind('author', cards, ({ authors }) => authors)]
}

interface Collected {
  /** How often each spelling occurs. */
  readonly names: Map<string, number>
  readonly cards: Map<Locale, Set<Card>>
}

function ofKind(
  kind: GatheredList['kind'],
  cards: ReadonlyMap<Locale, readonly Card[]>,
  namesOf: (card: Card) => readonly string[],
): GatheredList[] {
  const lists = new Map<string, Collected>()
  const slugs = new Map<string, string>()
  for (const card of [...cards.values()].flat()) {
    for (const name of namesOf(card)) {
      const slug = slugs.get(name) ?? nameSlug(name)
      slugs.set(name, slug)
      const list = lists.get(slug) ?? { names: new Map(), cards: new Map() }
      lists.set(slug, list)
      list.names.set(name, (list.names.get(name) ?? 0) + 1)
      list.cards.set(card.locale, (list.cards.get(card.locale) ?? new Set()).add(card))
    }
  }
  const sorted = [...lists].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([, { names, cards }]) => ({
    kind,
    name: commonest(names),
    cards: new Map([...cards].map(([locale, own]) => [locale, [...own]])),
  }))
}

function commonest(names: ReadonlyMap<string, number>): string {
  const ranked = [...names].sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
  return ranked[0]?.[0] ?? ''
}
