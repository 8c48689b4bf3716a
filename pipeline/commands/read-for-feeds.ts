import type { ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import { entryId } from '../render/feed-entry.ts'
import type { FedEdition, FeedList } from '../render/feed-lists.ts'
import { textsOf } from '../render/json-feed.ts'
import { openDesk } from './desk.ts'
import { editionView } from './edition-page.ts'
import type { Pointing } from './pointer-artifacts.ts'

type ReadForFeeds = Pick<Pointing, 'press' | 'editorial' | 'ledger' | 'feeds' | 'published'>

/** Put on the feeds' desk what they tell of articles whose pages are published as they are: from the published feed, else from the articles. */
export async function readForFeeds(work: ReadForFeeds, lists: readonly FeedList<FedEdition>[]): Promise<void> {
  const { articles, wanted } = work.press.room
  const isMissing = (edition: FedEdition) => {
    const { article, locale } = edition
    const isShown = articles.has(article) && wanted.articles.has(article) && work.ledger?.holds(article, locale) !== true
    return isShown && !work.feeds.has(edition)
  }
  for (const list of lists) await takeOver(work, list, list.editions.filter(isMissing))
  await readArticles(work, lists.flatMap(({ editions }) => editions).filter(isMissing))
}

/** What a feed says of an edition follows from what its page is made from. */
async function takeOver({ press, ledger, feeds, published }: ReadForFeeds, { locale, tag }: FeedList<FedEdition>, missing: FedEdition[]) {
  const same = missing.filter(({ article }) => ledger?.isAsPublished(article, locale) === true)
  if (same.length === 0) return
  const texts = textsOf((await published.text(press.to.feeds(locale, tag).json.key)) ?? '')
  for (const edition of same) {
    const text = texts.get(entryId(edition, press.room.site.url))
    if (text !== undefined) feeds.keepText(edition, text)
  }
}

async function readArticles({ press, editorial, feeds }: ReadForFeeds, missing: readonly FedEdition[]): Promise<void> {
  const wanted = new Map<ArticleId, Set<Locale>>()
  for (const { article, locale } of missing) wanted.set(article, (wanted.get(article) ?? new Set()).add(locale))
  for (const [article, locales] of wanted) {
    const desk = await openDesk(press, editorial, await editorial.decide(article))
    for (const [locale, shown] of desk.decided.decision.shown) {
      if (locales.has(locale)) feeds.keep({ article, locale }, await editionView(press, desk, shown))
    }
    editorial.forget(article)
  }
}
