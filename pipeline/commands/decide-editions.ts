import { isSlug } from '../article/slug.ts'
import { cardOf } from '../merge/card.ts'
import { counts } from '../merge/edition.ts'
import { publication } from '../merge/publication.ts'
import type { ArticleId } from '../model/article.ts'
import type { Card, Edition, Held, Pointer, Publication } from '../model/edition.ts'
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
  readonly kept: ReadonlyMap<Locale, Pointer>
  readonly held: readonly Held[]
}

/**
 * Which editions of an article this run publishes.
 *
 * An error in front matter, pictures or internal links holds back all of them, one in the source's text the source edition, one in a catalog that
 * edition, a date that is still to come all of them. What was published before stays. A draft is never published.
 */
export function decideEditions(room: Newsroom, prepared: Prepared): Decision {
  const { id, article, findings } = prepared
  const shown = new Map<Locale, ShownEdition>()
  const kept = new Map<Locale, Pointer>()
  const before = room.published.of(id)
  const held: Held[] = []
  const locales = article?.meta.draft === true ? new Set<Locale>() : localesOf(room, prepared)
  for (const locale of locales) {
    const pointer = before.get(locale)
    const fate = fateOf(room, prepared, locale, pointer !== undefined)
    if (fate.kind === 'shown') shown.set(locale, fate.shown)
    if (fate.kind === 'held') held.push(fate.held)
    if (fate.kind !== 'shown' && pointer !== undefined) kept.set(locale, pointer)
  }
  return { article: id, findings, shown, kept, held }
}

type Fate =
  | { readonly kind: 'shown'; readonly shown: ShownEdition }
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'unwanted' }

function fateOf(room: Newsroom, { id, editions, findings }: Prepared, locale: Locale, wasPublished: boolean): Fate {
  if (!isWanted(room, id, locale)) return { kind: 'unwanted' }
  const error = errorFor(locale, findings) ?? errorFor(locale, room.mistakes.get(id) ?? [])
  if (error !== undefined) return { kind: 'held', held: heldBy(error, id, locale) }
  const edition = editions.get(locale)
  if (edition === undefined) return { kind: 'unwanted' }
  const { date } = edition.article.meta
  if (date > room.now) {
    const until = date.toISOString()
    return { kind: 'held', held: { article: id, locale, why: `dated ${until}, which is still to come`, cause: 'date', until } }
  }
  const shown = show(room, edition, wasPublished)
  if (shown !== null) return { kind: 'shown', shown }
  return { kind: 'held', held: { article: id, locale, why: incompleteness(edition), cause: 'incomplete' } }
}

/** A filtered run deletes nothing: what the article was published in before stays. */
function localesOf({ site, wanted, published }: Newsroom, { id, article }: Prepared): ReadonlySet<Locale> {
  if (article === null) return new Set(site.locales.map(({ tag }) => tag))
  const before = wanted.filtered ? published.of(id).keys() : []
  return new Set([article.locale, ...article.meta.translate, ...before])
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
  const parts = [missing > 0 ? `${missing} missing` : '', outdated > 0 ? `${outdated} outdated` : ''].filter(Boolean)
  return `${parts.join(', ')} of ${counted.length} units`
}

/** Every published edition of an article after this run. */
export function pointersOf({ shown, kept }: Pick<Decision, 'shown' | 'kept'>): Pointer[] {
  return [...[...shown.values()].map(({ card }) => card), ...kept.values()]
}
