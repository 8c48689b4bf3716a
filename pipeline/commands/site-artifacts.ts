import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Artifact, Derived } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { boundMemory } from './bound-memory.ts'
import { breathe } from './breathe.ts'
import { type BuildLog, inOrder } from './build-log.ts'
import { chronological, type DatedArticle, dateOf } from './chronological.ts'
import type { Decision } from './decide-editions.ts'
import { type Desk, linkedEditions, openDesk } from './desk.ts'
import { editionPage } from './edition-page.ts'
import { type Decided, Editorial } from './editorial.ts'
import { FeedDesk, newestKept } from './feed-desk.ts'
import type { Ledger } from './ledger.ts'
import { linksDigest } from './links-digest.ts'
import { missingWords } from './missing-words.ts'
import { Neighbourhood, type Placed } from './neighbourhood.ts'
import type { Newsroom } from './newsroom.ts'
import { nothingOnPages, type OnPages } from './on-pages.ts'
import type { PageInspection } from './page-inspection.ts'
import { type Published, pointerArtifacts } from './pointer-artifacts.ts'
import type { CheckLevel } from './prepare-article.ts'
import type { Press } from './press.ts'
import { hasErrors } from './tell-problems.ts'
import { twinArtifact } from './twin-artifact.ts'

export interface BuildOptions {
  readonly level: CheckLevel
  /** Null where nothing is published. */
  readonly ledger: Ledger | null
  readonly published: Published
  readonly signal: AbortSignal
  /** Reads the pages of articles before they are taken. */
  readonly inspection?: Pick<PageInspection, 'article'> | null
  /** What it found before, which holds back editions now. */
  readonly onPages?: OnPages
  /** Is told of each article that is read. */
  readonly onDecided?: (decided: Decided) => void
}

/**
 * Everything that a site publishes, article by article from the oldest to the newest, then what points at them.
 *
 * Each article is read and merged once. Its page in a language is made when the next article of that language has come, since it leads there; then its
 * texts are forgotten: memory doesn't grow with the number of pages. What the ledger knows to be as it was published is neither read nor made.
 */
export async function* siteArtifacts(press: Press, log: BuildLog, options: BuildOptions): AsyncGenerator<Artifact | Derived> {
  boundMemory()
  const { room } = press
  const { ledger, onPages = nothingOnPages } = options
  log.findings.push(...room.findings.filter((finding) => concerns(room, finding)))
  yield press.stylesheet
  if (press.searchScript !== null) yield press.searchScript.artifact
  yield* press.fonts.commonAssets()
  const run = openRun(press, log, options)
  const few = onPages.size > 0 ? null : (ledger?.few() ?? null)
  if (few !== null && (await isQuiet(run, few))) yield* quietArtifacts(run, few)
  else yield* allArtifacts(few === null ? run : openRun(press, log, options))
  if (hasErrors(room.knowledge.findings)) ledger?.distrust()
  const { editorial, feeds } = run
  yield* pointerArtifacts({ press, editorial, feeds, ledger, shown: log.cards, kept: log.kept, published: options.published })
  log.findings.push(...missingWords(room), ...room.knowledge.findings.filter((finding) => concerns(room, finding)))
  inOrder(log.findings)
  inOrder(log.held)
}

function openRun(press: Press, log: BuildLog, options: BuildOptions): Run {
  const { level, ledger, onPages = nothingOnPages } = options
  const editorial = new Editorial(press.room, level, press.to, {
    unchanged: (id) => !onPages.has(id) && (ledger?.unchanged(id) ?? null) !== null,
    sound: (id, locale) => ledger?.isSound(id, locale) ?? false,
    onPages: (id) => onPages.get(id) ?? [],
  })
  return {
    press,
    log,
    options,
    editorial,
    feeds: new FeedDesk(press.room.site.feeds),
    recent: false,
    cards: new Map(),
    read: new Set(),
    reopened: new Set(),
    open: new Map(),
  }
}

/** Whether what others know of articles that have changed is what they knew: their editions' cards. */
async function isQuiet({ press, editorial, options: { ledger } }: Run, changed: readonly ArticleId[]): Promise<boolean> {
  for (const id of changed) {
    const before = ledger?.before.get(id)
    if (before === undefined || before.date !== dateOf(press.room, ledger, id)) return false
    const { shown, kept } = (await editorial.decide(id)).decision
    const known = before.editions.filter(({ locale }) => shown.has(locale))
    const same = known.length === shown.size && before.editions.every(({ locale }) => shown.has(locale) || kept.has(locale))
    if (!same || known.some(({ locale, card }) => card !== cardDigest(shown.get(locale)?.card))) return false
  }
  return true
}

/** Of articles that others know as they were: what their pages lead to is what they led to. All others are left as they are. */
async function* quietArtifacts(run: Run, changed: readonly ArticleId[]): AsyncGenerator<Artifact | Derived> {
  const { ledger } = run.options
  if (ledger === null) return
  run.recent = true
  for (const record of ledger.quietly(changed)) {
    recall(run, record)
    leave(run, record)
  }
  for (const article of changed) {
    const desk = await opened(run, { article, date: ledger.before.get(article)?.date ?? '' }, null)
    for (const locale of desk.decided.decision.shown.keys()) {
      yield* placedPage(run, { article, locale, changed: () => false, neighbours: () => ledger.neighbours(article, locale) })
    }
  }
}

async function* allArtifacts(run: Run): AsyncGenerator<Artifact | Derived> {
  const { press, options } = run
  const { ledger } = options
  const neighbourhood = new Neighbourhood(ledger === null || ledger.full ? new Map() : ledger.before)
  const turns = chronological(press.room, ledger)
  for (const [turn, dated] of turns.entries()) {
    run.recent = turn >= turns.length - newestKept
    yield* articleArtifacts(run, neighbourhood, dated)
  }
  for (const placed of neighbourhood.last()) yield* placedPage(run, placed)
}

interface Run {
  readonly press: Press
  readonly log: BuildLog
  readonly options: BuildOptions
  readonly editorial: Editorial
  /** Keeps what the feeds tell. */
  readonly feeds: FeedDesk
  /** Whether the articles whose turn it is are among the newest. */
  recent: boolean
  /** Of the editions that this run shows. */
  readonly cards: Map<string, Card>
  /** Articles that were read at their turn. */
  readonly read: Set<ArticleId>
  /** Articles that were read later, since their neighbours have changed. */
  readonly reopened: Set<ArticleId>
  /** Articles that were read, and have pages yet to be made. */
  readonly open: Map<ArticleId, OpenArticle>
}

interface OpenArticle {
  readonly desk: Desk
  readonly date: string
  /** Locales whose pages are to be made. */
  readonly waiting: Set<Locale>
  readonly editions: EditionRecord[]
}

async function* articleArtifacts(run: Run, neighbourhood: Neighbourhood, dated: DatedArticle): AsyncGenerator<Artifact | Derived> {
  const { press, editorial, options } = run
  const { ledger } = options
  const id = dated.article
  const arrive = (editions: readonly Arriving[]) => arrivals(run, neighbourhood, id, editions)
  if (!press.room.wanted.articles.has(id)) return yield* arrive(ledger?.before.get(id)?.editions ?? [])
  const record = options.onPages?.has(id) ? null : (ledger?.unchanged(id) ?? null)
  if (record !== null) {
    recall(run, record)
    if (linksDigest(await linkedEditions(press, editorial, record.targets)) === record.links) {
      leave(run, record)
      return yield* arrive(record.editions)
    }
  }
  const { shown, kept } = (await opened(run, dated, record)).decided.decision
  yield* arrive([
    ...[...shown.values()].map(({ card }) => shownNeighbour(card)),
    ...(ledger?.before.get(id)?.editions ?? []).filter(({ locale }) => kept.has(locale)),
  ])
}

/** Read an article. @param record what is known of it, where only what it links to has changed */
async function opened(run: Run, { article: id, date }: DatedArticle, record: ArticleRecord | null): Promise<Desk> {
  const { press, log, editorial, options } = run
  await breathe(options.signal)
  const decided = await editorial.decide(id)
  const { shown } = decided.decision
  if (record === null) tell(log, decided.decision, press.room)
  options.onDecided?.(decided)
  const desk = await openDesk(press, editorial, decided)
  const cards = [...shown.values()].map(({ card }) => card)
  for (const card of cards) run.cards.set(nameOf(card), card)
  log.cards.push(...cards)
  const article = { desk, date, waiting: new Set(shown.keys()), editions: [] }
  run.open.set(id, article)
  run.read.add(id)
  if (cards.length === 0) close(run, id, article)
  return desk
}

type Arriving = Pick<EditionRecord, 'locale' | 'tags' | 'card'>

function shownNeighbour(card: Card): Arriving {
  const { locale, tags } = card
  return {
    locale,
    tags,
    get card() {
      return cardDigest(card)
    },
  }
}

function cardDigest(card: Card | undefined): Digest {
  return digest(JSON.stringify(card ?? null))
}

/** An article's turn in each of its languages: the pages of those before it can be made. */
async function* arrivals(
  run: Run,
  neighbourhood: Neighbourhood,
  article: ArticleId,
  editions: readonly Arriving[],
): AsyncGenerator<Artifact | Derived> {
  for (const edition of editions) {
    const { locale, tags } = edition
    const placed = neighbourhood.arrive(locale, {
      article,
      tags,
      get card() {
        return edition.card
      },
    })
    if (placed !== null) yield* placedPage(run, placed)
  }
}

/** The page of an edition whose neighbours are known, where this run shows it or they have changed. */
async function* placedPage(run: Run, placed: Placed): AsyncGenerator<Artifact | Derived> {
  const { press, options } = run
  const { ledger, inspection } = options
  const desk = run.open.get(placed.article)?.desk ?? (await reopened(run, placed))
  const shown = desk?.decided.decision.shown.get(placed.locale)
  if (desk == null || shown === undefined) return
  const work = { press, ledger, cardOf: (article: ArticleId, locale: Locale) => cardOf(run, article, locale) }
  const { page, view, record } = await editionPage(work, desk, shown, placed.neighbours())
  if (view !== null && run.recent) run.feeds.pass(shown.card, view)
  enterPage(run, placed, record)
  if (page !== null) inspection?.article(desk.decided, [page])
  yield* press.pictures.takeAssets()
  yield* press.fonts.takeAssets()
  yield* press.cards?.take() ?? []
  if (page !== null) yield page
  if (view !== null && press.room.site.llms) yield await twinArtifact(press, shown.card, view)
}

/** An article that need not have been read, but leads to what has changed; null where it doesn't, or isn't wanted. */
async function reopened(run: Run, { article: id, locale, changed }: Placed): Promise<Desk | null> {
  const { press, editorial, log, options } = run
  const { wanted } = press.room
  if (options.ledger === null || run.read.has(id) || !changed()) return null
  if (!wanted.articles.has(id) || !wanted.locales.has(locale)) {
    options.ledger.leaveFor(id)
    return null
  }
  if (!run.reopened.has(id)) log.unread--
  run.reopened.add(id)
  return await openDesk(press, editorial, await editorial.decide(id))
}

function enterPage(run: Run, { article: id, locale }: Placed, record: EditionRecord | null): void {
  const article = run.open.get(id)
  if (article === undefined) {
    if (record !== null) run.options.ledger?.revise(id, record)
    return
  }
  if (record !== null) article.editions.push(record)
  article.waiting.delete(locale)
  if (article.waiting.size === 0) close(run, id, article)
}

/** All pages of an article are made: its texts may go. */
function close({ open, editorial, options: { ledger, onPages } }: Run, id: ArticleId, { desk, date, editions }: OpenArticle): void {
  open.delete(id)
  editorial.forget(id)
  ledger?.enter({ date, editions, broken: onPages?.has(id) === true }, desk)
}

/** Of an edition that this run shows, or that stays as it is published. */
async function cardOf({ cards, press, options }: Run, article: ArticleId, locale: Locale): Promise<Card | null> {
  const shown = cards.get(nameOf({ article, locale }))
  if (shown !== undefined) return shown
  const pointer = press.room.published.of(article).get(locale)
  return pointer === undefined ? null : ((await options.published.entry(press.to.article(pointer).key))?.card ?? null)
}

/** What readers get of an article is what they have; where articles that it links to have moved, its pages are made anew. */
function recall({ press, log }: Run, { errors, held }: ArticleRecord): void {
  log.findings.push(...errors.filter((finding) => concerns(press.room, finding)))
  log.held.push(...held)
}

function leave({ log, options }: Run, record: ArticleRecord): void {
  log.unread++
  options.ledger?.carry(record)
}

function tell(log: BuildLog, decision: Decision, room: Newsroom): void {
  log.findings.push(...decision.findings.filter((finding) => concerns(room, finding)))
  log.held.push(...decision.held)
}

/** A filtered run has nothing to say about what it leaves aside. */
function concerns({ wanted, articles }: Newsroom, { article, locale }: Finding): boolean {
  const aside = article !== undefined && articles.has(article) && !wanted.articles.has(article)
  return !aside && (locale === undefined || wanted.locales.has(locale))
}

function nameOf({ article, locale }: Pick<Card, 'article' | 'locale'>): string {
  return `${locale} ${article}`
}
