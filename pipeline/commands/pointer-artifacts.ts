import type { Artifact, Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Articles, Entry, Manifest } from '../model/manifest.ts'
import { type FedEdition, type FeedList, FeedLists } from '../render/feed-lists.ts'
import type { Editorial } from './editorial.ts'
import { feedArtifacts } from './feed-artifacts.ts'
import type { FeedDesk } from './feed-desk.ts'
import { indexArtifacts } from './index-artifacts.ts'
import { newsOf } from './index-inputs.ts'
import type { Ledger } from './ledger.ts'
import { newsArtifacts } from './news-artifacts.ts'
import type { Press } from './press.ts'
import { readForFeeds } from './read-for-feeds.ts'
import { redirectArtifacts } from './redirect-artifacts.ts'

/** What readers have before a run, of which only what is asked for is read. */
export interface Published {
  entries(): Promise<Manifest['entries']>
  entry(key: Key): Promise<Entry | undefined>
  text(key: Key): Promise<string | null>
}

/** For a run that publishes nothing. */
export const nothingBefore: Published = { entries: async () => new Map(), entry: async () => undefined, text: async () => null }

export interface Pointing {
  readonly press: Press
  readonly editorial: Editorial
  /** Holds the articles whose pages this run made. */
  readonly feeds: FeedDesk
  /** Null where nothing is published: then all is made. */
  readonly ledger: Ledger | null
  /** Of the editions that this run shows, those of articles that weren't read aside. */
  readonly shown: readonly Card[]
  /** Takes the keys of lists that are published as they would be made: these aren't made. */
  readonly kept: Set<Key>
  readonly published: Published
}

/** All that points at articles, as far as it isn't as it is published. */
export async function* pointerArtifacts(pointing: Pointing): AsyncGenerator<Artifact> {
  const { press, ledger, shown, kept, published, feeds: desk } = pointing
  const stale = ledger?.staleIndexes() ?? null
  if (stale?.has('site') !== false) {
    const entries = await published.entries()
    const cards = [...shown, ...otherCards(shown, ledger?.articles() ?? new Map(), entries)]
    yield* indexArtifacts(press, { cards, stale, ledger, published: entries, kept })
    yield* redirectArtifacts(press, cards, entries)
  }
  const cardOf = cardFinder(pointing)
  yield* newsArtifacts(
    press,
    () => ledger?.editions() ?? shown,
    cardOf,
    (locale) => stale?.has(newsOf(locale)) !== false,
  )
  const feeds = ledger?.staleFeeds() ?? allFeeds(press, shown)
  await readForFeeds(pointing, feeds)
  yield* feedArtifacts(press, feeds, { desk, cardOf, published: (key) => published.text(key) })
}

function allFeeds({ room }: Press, cards: readonly Card[]): FeedList<FedEdition>[] {
  const lists = new FeedLists<FedEdition>(room.site.feeds)
  for (const card of cards) lists.add(card)
  return [...lists.all()]
}

/** Of the editions that stay as they are published. */
function otherCards(shown: readonly Card[], articles: Articles, entries: Manifest['entries']): Card[] {
  const own = new Set(shown.map(nameOf))
  const all = [...articles.values()].flatMap(({ article, editions }) => editions.map(({ locale }) => nameOf({ article, locale })))
  const others = new Set(all.filter((name) => !own.has(name)))
  return [...entries.values()].flatMap(({ card }) => (card !== null && others.has(nameOf(card)) ? card : []))
}

/** The card of a published edition: this run's, else the one that is published. */
function cardFinder({ press, shown, published }: Pointing): (edition: FedEdition) => Promise<Card> {
  const own = new Map(shown.map((card) => [nameOf(card), card]))
  return async (edition) => {
    const card = own.get(nameOf(edition)) ?? (await published.entry(press.to.article(edition).key))?.card
    if (card === undefined || card === null) throw new Error(`${nameOf(edition)} is published without a page`)
    return card
  }
}

function nameOf({ article, locale }: Pick<Card, 'article' | 'locale'>): string {
  return `${locale} ${article}`
}
