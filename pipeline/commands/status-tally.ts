import { wordsByUnit } from '../check/count-words.ts'
import type { Article, ArticleId } from '../model/article.ts'
import type { Held } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { type ArticleStatus, addCounts, emptyTally, type LocaleStatus, type StatusReport, type Tally } from '../model/status-report.ts'
import { type CountedEdition, countEdition } from './count-edition.ts'
import { decideEditions } from './decide-editions.ts'
import type { Newsroom } from './newsroom.ts'
import type { OutdatedSince } from './outdated-since.ts'
import type { Prepared } from './prepare-article.ts'

/** Counts a site's translations, article by article. */
export class StatusTally {
  readonly #room: Newsroom
  readonly #locales: ReadonlyMap<Locale, LocaleTally>
  readonly #held: HeldEdition[] = []
  /** The source texts that outdated words still translate, by article. */
  readonly outdated = new Map<ArticleId, ReadonlySet<string>>()

  constructor(room: Newsroom) {
    this.#room = room
    const locales = room.site.locales.map(({ tag }) => tag).filter((tag) => room.wanted.locales.has(tag))
    this.#locales = new Map(locales.map((tag) => [tag, { articles: [], translators: new Map() }]))
  }

  add(prepared: Prepared): void {
    const { article, editions } = prepared
    const { shown, held } = decideEditions(this.#room, prepared)
    const words = article === null ? [] : wordsByUnit(article)
    const corrections = new Set<Locale>()
    for (const locale of article?.meta.translate ?? []) {
      const tally = this.#locales.get(locale)
      if (article === null || tally === undefined) continue
      const counted = countEdition(article, editions.get(locale), words)
      const correction = article.meta.updated !== null && counted.sum.outdated > 0
      if (correction) corrections.add(locale)
      const catalog = this.#room.catalogs.get(article.id)?.get(locale)?.path ?? null
      const published = shown.get(locale)?.publication ?? 'held'
      tally.articles.push({ article, counted, published, correction, catalog })
      addShares(tally, article.id, counted)
      this.#addOutdated(article.id, counted)
    }
    const drafts = article?.meta.draft === true ? this.#draft(article) : []
    for (const each of [...held, ...drafts]) this.#held.push({ held: each, correction: corrections.has(each.locale) })
  }

  report(since: OutdatedSince): StatusReport {
    const locales = Object.fromEntries([...this.#locales].map(([locale, tally]) => [locale, localeStatus(tally, since)]))
    const held = correctionsFirst(this.#held).map(({ held: { article, locale, why } }) => ({ article, locale, why }))
    return { locales, held }
  }

  #addOutdated(article: ArticleId, { previous }: CountedEdition): void {
    if (previous.size > 0) this.outdated.set(article, previous.union(this.outdated.get(article) ?? new Set()))
  }

  #draft({ id, locale, meta }: Article): Held[] {
    const locales = [locale, ...meta.translate].filter((each) => this.#locales.has(each))
    return locales.map((each) => ({ article: id, locale: each, why: 'a draft', cause: 'incomplete' }))
  }
}

interface LocaleTally {
  readonly articles: Listed[]
  readonly translators: Map<string, { readonly sum: Tally; readonly articles: Set<ArticleId> }>
}

interface Listed extends Pick<ArticleStatus, 'published' | 'correction' | 'catalog'> {
  readonly article: Article
  readonly counted: CountedEdition
}

interface HeldEdition {
  readonly held: Held
  readonly correction: boolean
}

function addShares({ translators }: LocaleTally, article: ArticleId, { shares }: CountedEdition): void {
  for (const [name, share] of shares) {
    const known = translators.get(name) ?? { sum: emptyTally(), articles: new Set() }
    addCounts(known.sum, share)
    known.articles.add(article)
    translators.set(name, known)
  }
}

function localeStatus({ articles, translators }: LocaleTally, since: OutdatedSince): LocaleStatus {
  const listed = correctionsFirst(articles).map((each): [ArticleId, ArticleStatus] => [each.article.id, articleStatus(each, since)])
  const sum = emptyTally()
  for (const [, article] of listed) addCounts(sum, article)
  return {
    ...sum,
    oldestOutdated: listed.flatMap(([, { oldestOutdated }]) => oldestOutdated ?? []).sort()[0] ?? null,
    translators: [...translators]
      .map(([name, { sum: share, articles: own }]) => ({ name, articles: own.size, ...share }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    articles: Object.fromEntries(listed),
  }
}

function articleStatus({ article, counted, published, correction, catalog }: Listed, since: OutdatedSince): ArticleStatus {
  const { id, locale, meta, source } = article
  const times = [...counted.previous].flatMap((text) => since.get(id)?.get(text)?.toISOString() ?? [])
  return {
    ...counted.sum,
    published,
    correction,
    oldestOutdated: times.sort()[0] ?? null,
    translators: [...counted.shares.keys()],
    title: meta.title,
    sourceLocale: locale,
    file: source.path,
    catalog,
  }
}

/** All else stays in its order. */
function correctionsFirst<Item extends { readonly correction: boolean }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => Number(b.correction) - Number(a.correction))
}
