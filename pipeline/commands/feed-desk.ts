import type { Card } from '../model/edition.ts'
import type { Site } from '../model/site.ts'
import type { ArticleView } from '../render/article-view.ts'
import { FeedLists } from '../render/feed-lists.ts'
import { type FeedText, feedText } from '../render/feed-text.ts'

type Edition = Pick<Card, 'article' | 'locale'>

/** How many articles, the newest, are kept. Whatever else a feed tells, of a tag that is rare, is read once more. */
export const newestKept = 100

/** The newest articles, which are kept while their pages are made, so that those of the feeds needn't be read and merged once more. */
export class FeedDesk {
  readonly #lists: FeedLists<Card>
  readonly #views = new Map<string, ArticleView>()
  /** Of those that stand in the published feeds. */
  readonly #texts = new Map<string, FeedText>()
  #most = 256

  constructor(limits: Site['feeds']) {
    this.#lists = new FeedLists(limits)
  }

  /** An edition whose page was made: kept for as long as it is among the newest. */
  pass(card: Card, view: ArticleView): void {
    if (this.#lists.add(card)) this.keep(card, view)
    if (this.#views.size > this.#most) this.#forgetOlder()
  }

  keep(edition: Edition, view: ArticleView): void {
    this.#views.set(nameOf(edition), view)
  }

  /** What a published feed says of an edition whose page is as it is published. */
  keepText(edition: Edition, text: FeedText): void {
    this.#texts.set(nameOf(edition), text)
  }

  has(edition: Edition): boolean {
    const name = nameOf(edition)
    return this.#views.has(name) || this.#texts.has(name)
  }

  /** What feeds tell of an edition; null where it isn't here. */
  text(edition: Edition): FeedText | null {
    const name = nameOf(edition)
    const view = this.#views.get(name)
    return view === undefined ? (this.#texts.get(name) ?? null) : feedText(view)
  }

  #forgetOlder(): void {
    const wanted = new Set([...this.#lists.all()].flatMap(({ editions }) => editions.map(nameOf)))
    for (const name of this.#views.keys()) if (!wanted.has(name)) this.#views.delete(name)
    this.#most = 2 * Math.max(128, this.#views.size)
  }
}

function nameOf({ article, locale }: Edition): string {
  return `${locale} ${article}`
}
