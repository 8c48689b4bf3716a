import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Artifact, Derived } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Articles, Manifest } from '../model/manifest.ts'
import { articlePages, linkedEditions, pathsOf } from './article-pages.ts'
import { boundMemory } from './bound-memory.ts'
import { breathe } from './breathe.ts'
import { type BuildLog, inOrder } from './build-log.ts'
import type { Decision } from './decide-editions.ts'
import { type Decided, Editorial } from './editorial.ts'
import { indexArtifacts } from './index-artifacts.ts'
import type { Ledger } from './ledger.ts'
import { linksDigest } from './links-digest.ts'
import { missingWords } from './missing-words.ts'
import type { Newsroom } from './newsroom.ts'
import { nothingOnPages, type OnPages } from './on-pages.ts'
import type { PageInspection } from './page-inspection.ts'
import type { CheckLevel } from './prepare-article.ts'
import type { Press } from './press.ts'
import { redirectArtifacts } from './redirect-artifacts.ts'
import { hasErrors } from './tell-problems.ts'

export interface BuildOptions {
  readonly level: CheckLevel
  /** Null where nothing is published. */
  readonly ledger: Ledger | null
  /** All that is published; asked for where what points at articles is to be made. */
  readonly published: () => Promise<Manifest['entries']>
  readonly signal: AbortSignal
  /** Reads the pages of articles before they are taken. */
  readonly inspection?: Pick<PageInspection, 'article'> | null
  /** What it found before, which holds back editions now. */
  readonly onPages?: OnPages
  /** Is told of each article that is read. */
  readonly onDecided?: (decided: Decided) => void
}

/**
 * Everything that a site publishes, article by article, then what points at them.
 *
 * Each article is read and merged once, after those that it links to, and forgotten when its pages are taken: memory doesn't grow with the number
 * of pages. What the ledger knows to be as it was published is neither read nor made.
 */
export async function* siteArtifacts(press: Press, log: BuildLog, options: BuildOptions): AsyncGenerator<Artifact | Derived> {
  boundMemory()
  const { room } = press
  const { level, ledger, signal, inspection = null, onPages = nothingOnPages, onDecided = () => {} } = options
  log.findings.push(...room.findings.filter((finding) => concerns(room, finding)))
  yield press.stylesheet
  const wanted = room.files.articles.flatMap(({ id }) => (room.wanted.articles.has(id) ? id : []))
  const editorial = new Editorial(room, level, press.to, {
    unchanged: (id) => !onPages.has(id) && (ledger?.unchanged(id) ?? null) !== null,
    sound: (id, locale) => ledger?.isSound(id, locale) ?? false,
    onPages: (id) => onPages.get(id) ?? [],
  })
  const run: Run = { press, log, ledger, signal, inspection, onPages, onDecided, editorial, waiting: new Set(wanted) }
  for (const id of wanted) yield* articleArtifacts(run, id, 0)
  if (hasErrors(room.knowledge.findings)) ledger?.distrust()
  const stale = ledger?.staleIndexes() ?? null
  if (stale?.size !== 0) yield* pointersTo(press, log, options, stale)
  log.findings.push(...missingWords(room), ...room.knowledge.findings.filter((finding) => concerns(room, finding)))
  inOrder(log.findings)
  inOrder(log.held)
}

async function* pointersTo(
  press: Press,
  { cards: shown, kept }: BuildLog,
  { ledger, published }: BuildOptions,
  stale: ReadonlySet<string> | null,
): AsyncGenerator<Artifact> {
  const entries = await published()
  const cards = [...shown, ...otherCards(shown, ledger?.articles() ?? new Map(), entries)]
  yield* indexArtifacts(press, { cards, stale, ledger, published: entries, kept })
  yield* redirectArtifacts(press, cards, entries)
}

/** Of the editions that stay as they are published. */
function otherCards(shown: readonly Card[], articles: Articles, entries: Manifest['entries']): Card[] {
  const nameOf = ({ article, locale }: Pick<Card, 'article' | 'locale'>): string => `${locale} ${article}`
  const own = new Set(shown.map(nameOf))
  const all = [...articles.values()].flatMap(({ article, editions }) => editions.map(({ locale }) => nameOf({ article, locale })))
  const others = new Set(all.filter((name) => !own.has(name)))
  return [...entries.values()].flatMap(({ card }) => (card !== null && others.has(nameOf(card)) ? card : []))
}

interface Run {
  readonly press: Press
  readonly log: BuildLog
  readonly ledger: Ledger | null
  readonly signal: AbortSignal
  readonly inspection: NonNullable<BuildOptions['inspection']> | null
  readonly onPages: OnPages
  readonly onDecided: NonNullable<BuildOptions['onDecided']>
  readonly editorial: Editorial
  /** Articles whose turn is still to come. */
  readonly waiting: Set<ArticleId>
}

/** Articles that wait at a time for those that they link to; the pages of one that is linked further on are made at its own turn. */
const deepest = 16

async function* articleArtifacts(run: Run, id: ArticleId, depth: number): AsyncGenerator<Artifact | Derived> {
  if (!run.waiting.delete(id)) return
  const record = run.onPages.has(id) ? null : (run.ledger?.unchanged(id) ?? null)
  if (record !== null) {
    recall(run, record)
    yield* linkedArtifacts(run, record.targets, depth)
    if (linksDigest(await linkedEditions(run.press, run.editorial, record.targets)) === record.links) return leave(run, record)
  }
  await breathe(run.signal)
  const decided = await run.editorial.decide(id)
  const { prepared, decision } = decided
  if (record === null) {
    tell(run.log, decision, run.press.room)
    yield* linkedArtifacts(run, prepared.article === null ? [] : pathsOf(prepared.article), depth)
  }
  const made = await articlePages(run.press, run.editorial, decided, run.ledger)
  run.onDecided(decided)
  run.inspection?.article(decided, made.pages)
  run.editorial.forget(id)
  run.ledger?.enter(decision, made)
  run.log.cards.push(...[...decision.shown.values()].map(({ card }) => card))
  yield* run.press.pictures.takeAssets()
  yield* made.pages
}

async function* linkedArtifacts(run: Run, paths: readonly string[], depth: number): AsyncGenerator<Artifact | Derived> {
  if (depth === deepest) return
  for (const path of paths) {
    const target = run.press.room.articleAt.get(path)
    if (target !== undefined) yield* articleArtifacts(run, target, depth + 1)
  }
}

/** What readers get of an article is what they have; where articles that it links to have moved, its pages are made anew. */
function recall({ press, log }: Run, { errors, held }: ArticleRecord): void {
  log.findings.push(...errors.filter((finding) => concerns(press.room, finding)))
  log.held.push(...held)
}

function leave({ log, ledger }: Run, record: ArticleRecord): void {
  log.unread++
  ledger?.carry(record)
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
