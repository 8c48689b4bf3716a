import type { ArticleId } from '../model/article.ts'
import { type ArticleRecord, type EditionRecord, recordOf } from '../model/article-record.ts'
import type { Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Articles, IndexInputs, Made } from '../model/manifest.ts'
import type { Neighbours } from '../render/chronicle.ts'
import { type FedEdition, type FeedList, FeedLists } from '../render/feed-lists.ts'
import { inTheNews, isNews, newsUntil } from '../render/news-sitemap.ts'
import type { ArticleInputs } from './article-inputs.ts'
import type { Desk } from './desk.ts'
import { indexInputs, type PageInputs, quietIndexInputs } from './index-inputs.ts'
import { linksDigest } from './links-digest.ts'
import type { Neighbour } from './neighbourhood.ts'
import type { Newsroom } from './newsroom.ts'
import { changedFeeds, staleFeeds } from './stale-feeds.ts'

/** What a run learnt of an article that it read. */
export interface Entered {
  readonly date: string
  /** Those that it shows. */
  readonly editions: readonly EditionRecord[]
  /** Whether a page has an error: the next publish makes it again, since what is beside the article may have mended it. */
  readonly broken: boolean
}

/**
 * Which articles need not be read, by the records of the last publish; and the records of this one.
 *
 * Law: what is published of an article that isn't read is what reading it would give.
 */
export class Ledger {
  readonly #room: Newsroom
  readonly #inputs: ArticleInputs
  readonly #before: Made
  /** Whether everything is to be read and made. */
  readonly full: boolean
  readonly #after = new Map<ArticleId, ArticleRecord>()
  readonly #unchanged = new Map<ArticleId, ArticleRecord | null>()
  #records: Articles | null = null
  #indexes: IndexInputs | null = null
  #editions: (FedEdition & EditionRecord)[] | null = null
  #cards: ReadonlyMap<string, Digest> | null = null
  #quiet = false

  /** @param full whether everything is to be read and made */
  constructor(room: Newsroom, inputs: ArticleInputs, before: Made, { full }: { readonly full: boolean }) {
    this.#room = room
    this.#inputs = inputs
    this.#before = before
    this.full = full
  }

  /** The record of an article whose editions are as they were, whatever has become of the articles that it links to; null where it is to be read. */
  unchanged(id: ArticleId): ArticleRecord | null {
    const known = this.#unchanged.get(id)
    if (known !== undefined) return known
    const record = this.full ? null : (this.#before.articles.get(id) ?? null)
    const due = record?.due ?? null
    const same =
      record !== null &&
      (due === null || this.#room.now.toISOString() < due) &&
      record.inputs !== null &&
      record.inputs === this.#inputs.article(id, record.reach)
    this.#unchanged.set(id, same ? record : null)
    return same ? record : null
  }

  /**
   * The articles that have changed, where they are few and nothing else has; null where all are to be looked at: an article came or went, what all are made
   * with has changed, or the last publish left something open.
   */
  few(): readonly ArticleId[] | null {
    const { articles, inputs, indexes } = this.#before
    const { wanted, articles: files } = this.#room
    if (this.full || wanted.filtered || inputs === null || files.size !== articles.size) return null
    if (indexes['feeds'] !== this.#inputs.page([], [])) return null
    const changed: ArticleId[] = []
    for (const id of files.keys()) {
      if (!articles.has(id)) return null
      if (this.unchanged(id) === null) changed.push(id)
      if (changed.length > fewAtMost) return null
    }
    return changed
  }

  /**
   * What other articles and all lists know of these articles is what they knew: whatever else was published stays.
   *
   * @returns the records of the others
   */
  quietly(changed: readonly ArticleId[]): ArticleRecord[] {
    this.#quiet = true
    const own = new Set(changed)
    return [...this.before.values()].filter(({ article }) => !own.has(article))
  }

  /** Whether only what pages say of themselves has changed, and no list of articles. */
  get quiet(): boolean {
    return this.#quiet
  }

  /** What the published page of an edition leads to. */
  neighbours(id: ArticleId, locale: Locale): Neighbours<Neighbour> {
    const around = this.edition(id, locale)?.around.map((article) => article && this.#neighbour(article, locale))
    const [previous = null, next = null, ...related] = around ?? []
    return { previous, next, related: related.filter((one) => one !== null) }
  }

  #neighbour(article: ArticleId, locale: Locale): Neighbour | null {
    const edition = this.edition(article, locale)
    return edition && { article, tags: edition.tags, card: edition.card }
  }

  /** What was published before this run. */
  get before(): Articles {
    return this.#before.articles
  }

  /** An article that wasn't read. */
  carry(record: ArticleRecord): void {
    this.#after.set(record.article, record)
  }

  /** What is known of a published edition. */
  edition(id: ArticleId, locale: Locale): EditionRecord | null {
    return this.full ? null : (this.#published(id).find((edition) => edition.locale === locale) ?? null)
  }

  /** Whether the page of an edition is made from what the published one is made from, once all articles were entered. */
  isAsPublished(id: ArticleId, locale: Locale): boolean {
    const now = this.articles()
      .get(id)
      ?.editions.find((edition) => edition.locale === locale)
    return now !== undefined && now.page === this.edition(id, locale)?.page
  }

  /** Whether the rules would read what they found no error in. */
  isSound(id: ArticleId, locale: Locale): boolean {
    const before = this.edition(id, locale)
    return before !== null && before.sound === this.#inputs.edition(id, locale)
  }

  /** Of what the rules read of an edition that is shown: it has no error. */
  sound(id: ArticleId, locale: Locale): Digest {
    return this.#inputs.edition(id, locale)
  }

  page(sources: unknown, targets: Iterable<string>): Digest {
    return this.#inputs.page(sources, targets)
  }

  /** Of the card of a published edition, once all articles were entered. */
  card({ article, locale }: Pick<Card, 'article' | 'locale'>): Digest {
    this.#cards ??= new Map(
      [...this.articles().values()].flatMap(({ article: id, editions }) =>
        editions.map((edition) => [`${edition.locale} ${id}`, edition.card]),
      ),
    )
    const known = this.#cards.get(`${locale} ${article}`)
    if (known === undefined) throw new Error(`${article} isn't published in ${locale}`)
    return known
  }

  /** An article that was. */
  enter({ date, editions: shown, broken }: Entered, { targets, linked, decided: { decision } }: Desk): void {
    const { article, findings, held, kept } = decision
    const errors = findings.filter(({ severity }) => severity === 'error')
    const settled = !broken && errors.every(({ rule }) => rule !== 'duplicate-slug')
    const whole = this.#room.wanted.locales.size === this.#room.site.locales.length
    const stay = this.#published(article).filter(({ locale }) => kept.has(locale))
    const editions = [...shown, ...stay].sort(byLocale)
    const due = earliest(held.flatMap(({ until = [] }) => until))
    const record = recordOf({ article, date, inputs: null, due, links: linksDigest(linked), targets, errors, held, editions })
    const inputs = settled && whole ? this.#inputs.article(article, record.reach) : null
    this.#after.set(article, { ...record, inputs })
  }

  /** A page of an article that wasn't read was made again: what it leads to has changed. */
  revise(id: ArticleId, edition: EditionRecord): void {
    const record = this.#after.get(id)
    if (record === undefined) throw new Error(`${id} was neither read nor carried`)
    const editions = record.editions.map((one) => (one.locale === edition.locale ? edition : one))
    this.#after.set(id, recordOf(record, { editions }))
    this.#forget()
  }

  /** An article whose page leads to what has changed, but isn't wanted now: the next publish reads it. */
  leaveFor(id: ArticleId): void {
    const record = this.#after.get(id) ?? this.before.get(id)
    if (record !== undefined) this.#after.set(id, recordOf(record, { inputs: null }))
    this.#forget()
  }

  /** Something is wrong with what all articles are checked by, which each publish tells: they are all read again. */
  distrust(): void {
    for (const [id, record] of this.#after) this.#after.set(id, recordOf(record, { inputs: null }))
    this.#forget()
  }

  /**
   * What the next publish is to know, once all articles were entered.
   *
   * @param sound whether all errors are those of articles, or of the names of files
   */
  made({ sound }: { readonly sound: boolean }): Made {
    const articles = this.articles()
    const whole = sound && !this.#room.wanted.filtered && articles.values().every(({ inputs }) => inputs !== null)
    const due = earliest([
      ...[...articles.values()].flatMap((record) => record.due ?? []),
      ...this.#inTheNews().map((edition) => newsUntil(edition).toISOString()),
    ])
    return { inputs: whole ? this.#inputs.all : null, due, indexes: this.#indexInputs(), articles }
  }

  /** The records of all, those aside included that a filtered publish leaves as they are. */
  articles(): Articles {
    const all = this.#room.wanted.filtered ? new Map([...this.#before.articles, ...this.#after]) : this.#after
    this.#records ??= new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)))
    return this.#records
  }

  /** Files that published pages show and those of this run don't. */
  leftAssets(): ReadonlySet<Key> {
    const articles = this.articles()
    const changed = [...this.before.values()].filter((record) => articles.get(record.article) !== record)
    const left = new Set(changed.flatMap(assetsOf))
    for (const { article } of changed) for (const key of assetsOf(articles.get(article))) left.delete(key)
    if (left.size > 0) for (const record of articles.values()) for (const key of assetsOf(record)) left.delete(key)
    return left
  }

  #inTheNews(): (FedEdition & EditionRecord)[] {
    const { now } = this.#room
    const records = [...this.articles().values()].filter(({ date, subjects }) => subjects === null || isNews(date, now))
    return inTheNews(records.flatMap(editionsOf), now)
  }

  /** Whether an edition is held back: what readers get of it isn't what its files say. */
  holds(id: ArticleId, locale: Locale): boolean {
    return (
      this.articles()
        .get(id)
        ?.held.some((one) => one.locale === locale) ?? false
    )
  }

  /** Every published edition after this run. */
  editions(): readonly (FedEdition & EditionRecord)[] {
    this.#editions ??= [...this.articles().values()].flatMap(editionsOf)
    return this.#editions
  }

  /** Every feed after this run. */
  feeds(): Iterable<FeedList<FedEdition>> {
    const lists = new FeedLists<FedEdition>(this.#room.site.feeds)
    for (const edition of this.editions()) lists.add(edition)
    return lists.all()
  }

  /** Which feeds aren't as they are published. */
  staleFeeds(): FeedList<FedEdition>[] {
    const { feeds } = this.#room.site
    if (this.#quiet) return changedFeeds(this.#before.articles, this.articles(), feeds)
    const before = this.staleIndexes().has('feeds') ? new Map() : this.#before.articles
    return staleFeeds(before, this.articles(), feeds)
  }

  /** Which indexes aren't as they are published: by locale, those of its news, `feeds` where all of these are to be made, and `site`. */
  staleIndexes(): ReadonlySet<string> {
    const before = this.full ? {} : this.#before.indexes
    return new Set(Object.entries(this.#indexInputs()).flatMap(([name, inputs]) => (before[name] === inputs ? [] : name)))
  }

  /** What was gathered from the records: one of them is another one now. */
  #forget(): void {
    this.#records = null
    this.#editions = null
    this.#indexes = null
  }

  #indexInputs(): IndexInputs {
    const page: PageInputs = (sources, targets) => this.page(sources, targets)
    this.#indexes ??= this.#quiet
      ? quietIndexInputs(this.#before.indexes, this.#inTheNews(), page)
      : indexInputs(this.articles().values(), this.#inTheNews(), page)
    return this.#indexes
  }

  #published(id: ArticleId): readonly EditionRecord[] {
    return this.#before.articles.get(id)?.editions ?? []
  }
}

function assetsOf(record: ArticleRecord | undefined): Key[] {
  return record?.editions.flatMap(({ assets }) => assets) ?? []
}

function editionsOf({ article, editions }: ArticleRecord): (FedEdition & EditionRecord)[] {
  return editions.map((edition) => ({ article, ...edition }))
}

/** With more of them, most of what there is would be looked at. */
const fewAtMost = 16

/** Of instants in UTC. */
function earliest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>((first, instant) => (first === null || instant < first ? instant : first), null)
}

function byLocale({ locale: one }: EditionRecord, { locale: other }: EditionRecord): number {
  return one < other ? -1 : 1
}
