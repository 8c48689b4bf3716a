import { isSlug } from '../article/slug.ts'
import { cardOf } from '../merge/card.ts'
import { counts } from '../merge/edition.ts'
import { publication } from '../merge/publication.ts'
import type { ArticleId } from '../model/article.ts'
import type { Card, Edition, Held, Publication } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { findingPlace } from './finding-line.ts'
import type { Newsroom } from './newsroom.ts'
import type { Prepared } from './prepare-article.ts'

/** An edition that this run shows to readers. */
export interface ShownEdition {
  readonly edition: Edition
  readonly publication: Exclude<Publication, 'held'>
  readonly card: Card
}

/** What readers get of one article. */
export interface Decision {
  readonly article: ArticleId
  readonly findings: readonly Finding[]
  readonly shown: ReadonlyMap<Locale, ShownEdition>
  /** Editions that were published before and stay as they are: held back by an error, or not wanted now. */
  readonly kept: ReadonlyMap<Locale, Card>
  readonly held: readonly Held[]
}

/**
 * Which editions of an article this run publishes.
 *
 * An error in front matter, pictures or internal links holds back all of them, one in the source's text the source edition, one in a catalog that
 * edition. What was published before stays. A draft is never published.
 */
export function decideEditions(room: Newsroom, prepared: Prepared): Decision {
  const { id, article, findings } = prepared
  const before = room.published.get(id) ?? new Map<Locale, Card>()
  const decision = { shown: new Map<Locale, ShownEdition>(), kept: new Map<Locale, Card>(), held: [] as Held[] }
  if (article?.meta.draft) return { article: id, findings, ...decision }
  for (const locale of localesOf(room, prepared)) {
    const card = before.get(locale)
    const error = isWanted(room, id, locale) ? errorFor(locale, findings) : undefined
    const edition = isWanted(room, id, locale) && error === undefined ? prepared.editions.get(locale) : undefined
    const shown = edition === undefined ? null : show(room, edition, card !== undefined)
    if (shown !== null) decision.shown.set(locale, shown)
    else if (edition !== undefined) decision.held.push({ article: id, locale, why: incompleteness(edition), cause: 'incomplete' })
    else if (error !== undefined) decision.held.push(heldBy(error, id, locale))
    if (edition === undefined && card !== undefined) decision.kept.set(locale, card)
  }
  return { article: id, findings, ...decision }
}

function localesOf({ site }: Newsroom, { article }: Prepared): readonly Locale[] {
  return article === null ? site.locales.map(({ tag }) => tag) : [article.locale, ...article.meta.translate]
}

function isWanted({ wanted }: Newsroom, id: ArticleId, locale: Locale): boolean {
  return wanted.locales.has(locale) && wanted.articles.has(id)
}

function errorFor(locale: Locale, findings: readonly Finding[]): Finding | undefined {
  return findings.find((finding) => finding.severity === 'error' && (finding.locale === undefined || finding.locale === locale))
}

/** An edition that an error holds back. */
export function heldBy(error: Finding, article: ArticleId, locale: Locale): Held {
  return { article, locale, why: `${findingPlace(error)}: ${error.message}`, cause: 'error' }
}

function show({ site }: Newsroom, edition: Edition, wasPublished: boolean): ShownEdition | null {
  const incomplete = site.locales.find(({ tag }) => tag === edition.locale)?.incomplete ?? 'hold'
  const decided = publication(edition, incomplete, wasPublished)
  return decided === 'held' ? null : { edition, publication: decided, card: cardOf(edition, decided, isSlug) }
}

function incompleteness({ article, words }: Edition): string {
  const counted = words.filter((_, index) => counts(article.units[index] ?? { kind: 'slug' }))
  const missing = counted.filter(({ origin }) => origin === 'missing').length
  const outdated = counted.filter(({ origin }) => origin === 'outdated').length
  const parts = [missing > 0 ? `${missing} not translated` : '', outdated > 0 ? `${outdated} outdated` : ''].filter(Boolean)
  return `${parts.join(', ')} of ${counted.length} units`
}

/** Every published edition of an article after this run. */
export function cardsOf({ shown, kept }: Pick<Decision, 'shown' | 'kept'>): Card[] {
  return [...[...shown.values()].map(({ card }) => card), ...kept.values()]
}
