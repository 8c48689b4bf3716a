import type { ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import type { FedEdition, FeedList } from '../render/feed-lists.ts'
import { openDesk } from './desk.ts'
import { editionView } from './edition-page.ts'
import type { Pointing } from './pointer-artifacts.ts'

/** Put on the feeds' desk what they tell of articles whose pages are published as they are. */
export async function readForFeeds(
  { press, editorial, ledger, feeds }: Pick<Pointing, 'press' | 'editorial' | 'ledger' | 'feeds'>,
  lists: readonly FeedList<FedEdition>[],
): Promise<void> {
  const { articles, wanted } = press.room
  const missing = new Map<ArticleId, Set<Locale>>()
  for (const edition of lists.flatMap(({ editions }) => editions)) {
    const { article, locale } = edition
    const isShown = articles.has(article) && wanted.articles.has(article) && ledger?.holds(article, locale) !== true
    if (isShown && feeds.view(edition) === null) missing.set(article, (missing.get(article) ?? new Set()).add(locale))
  }
  for (const [article, locales] of missing) {
    const desk = await openDesk(press, editorial, await editorial.decide(article))
    for (const [locale, shown] of desk.decided.decision.shown) {
      if (locales.has(locale)) feeds.keep({ article, locale }, await editionView(press, desk, shown))
    }
    editorial.forget(article)
  }
}
