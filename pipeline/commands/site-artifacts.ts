import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Artifact } from '../model/artifact.ts'
import type { Card, Held } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { articlePages, linkedCards, pathsOf } from './article-pages.ts'
import { boundMemory } from './bound-memory.ts'
import { breathe } from './breathe.ts'
import { cardsOf, type Decision } from './decide-editions.ts'
import { Editorial } from './editorial.ts'
import { indexArtifacts } from './index-artifacts.ts'
import type { Ledger } from './ledger.ts'
import { linksDigest } from './links-digest.ts'
import { missingWords } from './missing-words.ts'
import type { Newsroom } from './newsroom.ts'
import type { CheckLevel } from './prepare-article.ts'
import type { Press } from './press.ts'
import { redirectArtifacts } from './redirect-artifacts.ts'

/** What a build learns on its way; complete once all artifacts were taken. */
export interface BuildLog {
  readonly findings: Finding[]
  readonly held: Held[]
  readonly cards: Card[]
  /** Editions that were published before and aren't built now. */
  readonly kept: { readonly article: ArticleId; readonly locale: Locale }[]
  /** Articles that weren't read: their editions are as they were published. */
  readonly unread: ArticleRecord[]
}

export function emptyLog(): BuildLog {
  return { findings: [], held: [], cards: [], kept: [], unread: [] }
}

export interface BuildOptions {
  readonly level: CheckLevel
  /** Null where everything is to be made. */
  readonly ledger: Ledger | null
  readonly signal: AbortSignal
}

/**
 * Everything that a site publishes, article by article, then what points at them.
 *
 * Each article is read and merged once, after those that it links to, and forgotten when its pages are taken: memory doesn't grow with the number
 * of pages. What the ledger knows to be as it was published is neither read nor made.
 */
export async function* siteArtifacts(press: Press, log: BuildLog, { level, ledger, signal }: BuildOptions): AsyncGenerator<Artifact> {
  boundMemory()
  const { room } = press
  log.findings.push(...room.findings.filter((finding) => concerns(room, finding)))
  yield press.stylesheet
  const wanted = room.files.articles.flatMap(({ id }) => (room.wanted.articles.has(id) ? id : []))
  const editorial = new Editorial(room, level, press.to, (id) => (ledger?.unchanged(id) ?? null) !== null)
  const run: Run = { press, log, ledger, signal, editorial, waiting: new Set(wanted) }
  for (const id of wanted) yield* articleArtifacts(run, id, 0)
  log.cards.push(...unwantedCards(press, new Set(wanted)))
  yield* indexArtifacts(press, log.cards)
  yield* redirectArtifacts(press, log.cards)
  log.findings.push(...missingWords(room), ...room.knowledge.findings.filter((finding) => concerns(room, finding)))
}

interface Run {
  readonly press: Press
  readonly log: BuildLog
  readonly ledger: Ledger | null
  readonly signal: AbortSignal
  readonly editorial: Editorial
  /** Articles whose turn is still to come. */
  readonly waiting: Set<ArticleId>
}

/** Articles that wait at a time for those that they link to; the pages of one that is linked further on are made at its own turn. */
const deepest = 16

async function* articleArtifacts(run: Run, id: ArticleId, depth: number): AsyncGenerator<Artifact> {
  if (!run.waiting.delete(id)) return
  const record = run.ledger?.unchanged(id) ?? null
  if (record !== null) {
    recall(run, record)
    yield* linkedArtifacts(run, record.targets, depth)
    if (linksDigest(await linkedCards(run.press, run.editorial, record.targets)) === record.links) return leave(run, record)
  }
  await breathe(run.signal)
  const decided = await run.editorial.decide(id)
  const { prepared, decision } = decided
  if (record === null) {
    tell(run.log, decision, run.press.room)
    yield* linkedArtifacts(run, prepared.article === null ? [] : pathsOf(prepared.article), depth)
  }
  const made = await articlePages(run.press, run.editorial, decided)
  run.editorial.forget(id)
  run.ledger?.enter(decision, made)
  yield* run.press.takeAssets()
  yield* made.pages
}

async function* linkedArtifacts(run: Run, paths: readonly string[], depth: number): AsyncGenerator<Artifact> {
  if (depth === deepest) return
  for (const path of paths) {
    const target = run.press.room.articleAt.get(path)
    if (target !== undefined) yield* articleArtifacts(run, target, depth + 1)
  }
}

/** What readers get of an article is what they have; where articles that it links to have moved, its pages are made anew. */
function recall({ press, log }: Run, { article, held }: ArticleRecord): void {
  log.held.push(...held)
  log.cards.push(...(press.room.published.get(article)?.values() ?? []))
}

function leave({ log, ledger }: Run, record: ArticleRecord): void {
  log.unread.push(record)
  ledger?.carry(record)
}

function tell(log: BuildLog, decision: Decision, room: Newsroom): void {
  log.findings.push(...decision.findings.filter((finding) => concerns(room, finding)))
  log.held.push(...decision.held)
  log.cards.push(...cardsOf(decision))
  for (const { article, locale } of decision.kept.values()) log.kept.push({ article, locale })
}

/** A filtered run has nothing to say about what it leaves aside. */
function concerns({ wanted, articles }: Newsroom, { article, locale }: Finding): boolean {
  const aside = article !== undefined && articles.has(article) && !wanted.articles.has(article)
  return !aside && (locale === undefined || wanted.locales.has(locale))
}

/** A filtered run leaves the other articles as they are published. */
function unwantedCards({ room }: Press, wanted: ReadonlySet<ArticleId>): Card[] {
  if (!room.wanted.filtered) return []
  return [...room.published].flatMap(([id, cards]) => (wanted.has(id) ? [] : [...cards.values()]))
}
