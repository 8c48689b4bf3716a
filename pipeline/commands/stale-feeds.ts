import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Locale } from '../model/locale.ts'
import type { Articles } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import { type FedEdition, type FeedList, FeedLists, type FeedName, feedsOf } from '../render/feed-lists.ts'
import { nameSlug } from '../render/name-slug.ts'
import { newestFirst } from '../render/newest-first.ts'

type Fed = FedEdition & Pick<EditionRecord, 'page'>

/**
 * The feeds that aren't as they are published: one of their editions is another one, or was made from something else.
 *
 * @param before the records of the published release; none where every feed is to be made
 */
export function staleFeeds(before: Articles, after: Articles, limits: Site['feeds']): FeedList<FedEdition>[] {
  const touched = touchedFeeds(before, after, limits)
  if (touched.size === 0) return []
  const old = listsOf(before, limits, touched)
  return [...listsOf(after, limits, touched).all()].filter((list) => !isSame(list, old.get(list.name)))
}

/**
 * Those, where no edition came or went, and none is dated, tagged or called otherwise: only their pages have changed. The newest are looked at alone.
 *
 * Law: what `staleFeeds` gives.
 */
export function changedFeeds(before: Articles, after: Articles, limits: Site['feeds']): FeedList<FedEdition>[] {
  const touched = touchedFeeds(before, after, limits)
  if (touched.size === 0) return []
  const lists = newestLists(after, limits, touched)
  if (lists === null) return staleFeeds(before, after, limits)
  const isChanged = ({ article, locale, page }: Fed) =>
    before.get(article) !== after.get(article) && before.get(article)?.editions.find((one) => one.locale === locale)?.page !== page
  return [...lists.all()].filter(({ editions }) => editions.some(isChanged))
}

/** Null where that doesn't tell: a tag is written in several ways, or editions of one article differ in what decides. */
function newestLists(articles: Articles, limits: Site['feeds'], touched: ReadonlySet<FeedName>): FeedLists<Fed> | null {
  const records = [...articles.values()]
  if (!writtenInOneWay(records)) return null
  const open = new Set(touched)
  const lists = new FeedLists<Fed>(limits, touched)
  const locales = new Set([...touched].map((name) => name.slice(0, name.indexOf(' '))))
  const namesOf = feedsOf(limits)
  const isWanted = ({ subjects }: ArticleRecord) =>
    [...locales].some((locale) => [...namesOf({ locale: locale as Locale, tags: subjects ?? [] }).keys()].some((name) => open.has(name)))
  for (const record of newestFirst(records)) {
    if (open.size === 0) break
    if (!isWanted(record)) continue
    const editions = record.editions.filter(({ locale }) => locales.has(locale))
    for (const edition of editions) lists.add({ article: record.article, ...edition })
    for (const name of [...open].filter((name) => isFull(lists.get(name), limits))) open.delete(name)
  }
  return lists
}

function writtenInOneWay(records: readonly ArticleRecord[]): boolean {
  const spellings = new Set(records.map(({ subjects }) => subjects))
  const tags = new Set([...spellings].flatMap((subjects) => subjects ?? []))
  return !spellings.has(null) && new Set([...tags].map(nameSlug)).size === tags.size
}

function isFull(list: FeedList<Fed> | undefined, { latest, latestOfTag }: Site['feeds']): boolean {
  return list !== undefined && list.editions.length >= (list.tag === null ? latest : latestOfTag)
}

/** Those in which an edition that was made or dropped may stand; records that were carried over are the same objects. */
function touchedFeeds(before: Articles, after: Articles, limits: Site['feeds']): Set<FeedName> {
  const touched = new Set<FeedName>()
  const namesOf = feedsOf(limits)
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(id), after.get(id)]
    if (one === other) continue
    for (const edition of [...changed(one, other), ...changed(other, one)]) {
      for (const name of namesOf(edition).keys()) touched.add(name)
    }
  }
  return touched
}

function changed(record: ArticleRecord | undefined, than: ArticleRecord | undefined): EditionRecord[] {
  const pages = new Map(than?.editions.map(({ locale, page }) => [locale, page]))
  return record?.editions.filter(({ locale, page }) => pages.get(locale) !== page) ?? []
}

function listsOf(articles: Articles, limits: Site['feeds'], only: ReadonlySet<FeedName>): FeedLists<Fed> {
  const lists = new FeedLists<Fed>(limits, only)
  for (const { article, editions } of articles.values()) {
    for (const edition of editions) lists.add({ article, ...edition })
  }
  return lists
}

function isSame(list: FeedList<Fed>, published: FeedList<Fed> | undefined): boolean {
  if (list.tag !== published?.tag || list.newest !== published.newest || list.editions.length !== published.editions.length) return false
  return list.editions.every(({ article, page }, index) => {
    const other = published.editions[index]
    return article === other?.article && page === other.page
  })
}
