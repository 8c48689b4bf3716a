import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Articles } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import { type FedEdition, type FeedList, FeedLists, type FeedName, feedsOf } from '../render/feed-lists.ts'

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
