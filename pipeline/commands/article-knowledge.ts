import { activeNeeds } from '../check/active-rules.ts'
import type { SaidInSite } from '../check/check-article.ts'
import { type Knowledge, type NameCounts, noKnowledge } from '../check/knowledge.ts'
import type { Recall } from '../check/unit-hits.ts'
import type { Article } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { Newsroom } from './newsroom.ts'
import type { Reach } from './reach.ts'

/** What was gathered from all articles of the site. */
export interface SiteView {
  readonly said?: SaidInSite
  readonly names?: Pick<ReadonlyMap<Locale, NameCounts>, 'get'>
  /** Whether an edition is known to have no error. None is, where this isn't given. */
  readonly isSound?: (locale: Locale) => boolean
  /** Where addresses lead; the site's own files where this isn't given. */
  readonly reach?: Reach
  /** The newsroom's where they aren't given. */
  readonly dictionaries?: Pick<Dictionaries, 'of'>
  /** What was found in units before. */
  readonly recall?: Recall
}

interface Wanted {
  readonly level: 'errors' | 'all'
  readonly view: SiteView
}

/** What rules know of the languages of an article; a dictionary is loaded where an active rule needs it and there are words to judge. */
export async function articleKnowledge(
  { site, knowledge, dictionaries }: Newsroom,
  article: Article,
  editions: readonly Edition[],
  { level, view }: Wanted,
): Promise<(locale: Locale) => Knowledge> {
  const needs = activeNeeds(site.rules, level)
  const written = [
    article.variety,
    ...article.units.flatMap(({ locale }) => locale ?? []),
    ...editions.filter(hasWords).map(({ locale }) => locale),
  ]
  const house = await knowledge.of(new Set([...written, ...editions.map(({ locale }) => locale)]))
  const prose = needs.has('prose') ? await knowledge.prose() : null
  const known = new Map<Locale, Knowledge>()
  for (const locale of new Set(written)) {
    const dictionary = needs.has('dictionary') ? await (view.dictionaries ?? dictionaries).of(locale) : null
    known.set(locale, { ...house(locale), prose, dictionary, names: view.names?.get(namedIn(article, locale)) ?? noKnowledge.names })
  }
  return (locale) => known.get(locale) ?? house(locale)
}

/** Names are the same in all varieties of a language. */
function namedIn({ locale, variety }: Article, written: Locale): Locale {
  return written === variety ? locale : written
}

/** Of its own: only then is it worth a dictionary. */
function hasWords({ words }: Edition): boolean {
  return words.some(({ origin }) => origin === 'translated')
}
