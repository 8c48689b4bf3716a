import type { ArticleId } from '../model/article.ts'
import type { EditionRecord } from '../model/article-record.ts'
import type { Artifact } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { ArticleView } from '../render/article-view.ts'
import type { Neighbours } from '../render/chronicle.ts'
import { ArticlePage } from './article-page.ts'
import type { ShownEdition } from './decide-editions.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { Neighbour } from './neighbourhood.ts'
import type { Press } from './press.ts'

export interface PageWork {
  readonly press: Press
  /** Null where every page is to be made. */
  readonly ledger: Ledger | null
  /** Of a published edition. */
  readonly cardOf: (article: ArticleId, locale: Locale) => Promise<Card | null>
}

export interface EditionPage {
  /** Null where it is published as it would be made. */
  readonly page: Artifact | null
  /** What it shows; null where it isn't made. */
  readonly view: ArticleView | null
  /** Null without a ledger. */
  readonly record: EditionRecord | null
}

/** The page of an edition that this run shows. */
export async function editionPage(
  work: PageWork,
  desk: Desk,
  shown: ShownEdition,
  neighbours: Neighbours<Neighbour>,
): Promise<EditionPage> {
  const { press, ledger } = work
  const { locale, article } = shown.card
  let page = new ArticlePage(press, shown, desk, neighbours)
  const before = ledger?.edition(article, locale) ?? null
  const same = ledger !== null && before !== null && before.page === ledger.page(page.sources(), [...desk.targets, ...before.targets])
  let view: ArticleView | null = null
  if (!same) {
    const cards = await cardsOf(neighbours, (id) => work.cardOf(id, locale))
    const shows = await seen(press, () => new ArticlePage(press, shown, desk, neighbours), cards)
    page = shows.page
    view = shows.view
  }
  const made = view && (await page.artifact(view, ledger))
  const record = ledger === null ? null : { ...(same ? before : page.record(ledger)), sound: ledger.sound(article, locale) }
  return { page: made, view, record }
}

/** What the page of an edition that this run shows would show, for readers elsewhere: without its neighbours. */
export async function editionView(press: Press, desk: Desk, shown: ShownEdition): Promise<ArticleView> {
  const alone = { previous: null, next: null, related: [] }
  const { view } = await seen(press, () => new ArticlePage(press, shown, desk, alone), alone)
  return view
}

/** A page and what it shows: once more, where a picture that only a translator shows had to be measured first. */
async function seen(
  press: Press,
  fresh: () => ArticlePage,
  neighbours: Neighbours<Card>,
): Promise<{ page: ArticlePage; view: ArticleView }> {
  const page = fresh()
  const view = page.view(neighbours)
  if (!(await press.pictures.measureAsked())) return { page, view }
  const measured = fresh()
  return { page: measured, view: measured.view(neighbours) }
}

async function cardsOf(
  { previous, next, related }: Neighbours<Neighbour>,
  cardOf: (article: ArticleId) => Promise<Card | null>,
): Promise<Neighbours<Card>> {
  const found = async (one: Neighbour | null) => (one === null ? null : await cardOf(one.article))
  const cards = await Promise.all(related.map(found))
  return { previous: await found(previous), next: await found(next), related: cards.filter((card) => card !== null) }
}
