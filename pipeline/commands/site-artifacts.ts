import type { Article, ArticleId } from '../model/article.ts'
import type { Artifact } from '../model/artifact.ts'
import type { Card, Held } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { articlePages } from './article-pages.ts'
import { breathe } from './breathe.ts'
import { cardsOf, type Decision, heldBy } from './decide-editions.ts'
import { duplicateAddress, type TakenAddresses } from './duplicate-address.ts'
import { Editorial } from './editorial.ts'
import { indexArtifacts } from './index-artifacts.ts'
import type { CheckLevel } from './prepare-article.ts'
import type { Press } from './press.ts'

/** What a build learns on its way; complete once all artifacts were taken. */
export interface BuildLog {
  readonly findings: Finding[]
  readonly held: Held[]
  readonly cards: Card[]
  /** Editions that were published before and aren't built now. */
  readonly kept: { readonly article: ArticleId; readonly locale: Locale }[]
}

export function emptyLog(): BuildLog {
  return { findings: [], held: [], cards: [], kept: [] }
}

/**
 * Everything that a site publishes, article by article, then what points at them.
 *
 * Each article is read and merged once, and forgotten when its pages are taken: memory doesn't grow with the number of pages.
 */
export async function* siteArtifacts(press: Press, level: CheckLevel, log: BuildLog, signal: AbortSignal): AsyncGenerator<Artifact> {
  const { room } = press
  const editorial = new Editorial(room, level)
  log.findings.push(...room.findings)
  yield press.stylesheet
  const wanted = room.files.articles.filter(({ id }) => room.wanted.articles.has(id))
  const taken: TakenAddresses = new Map()
  for (const { id } of wanted) {
    await breathe(signal)
    const { prepared, decision } = await editorial.decide(id)
    const decided = { prepared, decision: withOwnAddresses(press, prepared.article, decision, taken) }
    record(log, decided.decision)
    const pages = await articlePages(press, editorial, decided)
    editorial.forget(id)
    yield* press.takeAssets()
    yield* pages
  }
  log.cards.push(...unwantedCards(press, new Set(wanted.map(({ id }) => id))))
  yield* indexArtifacts(press, log.cards)
}

/** Without editions whose address another article has. */
function withOwnAddresses({ to }: Press, article: Article | null, decision: Decision, taken: TakenAddresses): Decision {
  if (article === null) return decision
  const shown = new Map(decision.shown)
  const findings: Finding[] = []
  const held: Held[] = []
  for (const [locale, { card }] of decision.shown) {
    const finding = duplicateAddress(article, card, to, taken)
    if (finding === null) continue
    shown.delete(locale)
    findings.push(finding)
    held.push(heldBy(finding, article.id, locale))
  }
  if (findings.length === 0) return decision
  return { ...decision, shown, findings: [...decision.findings, ...findings], held: [...decision.held, ...held] }
}

function record(log: BuildLog, decision: Decision): void {
  log.findings.push(...decision.findings)
  log.held.push(...decision.held)
  log.cards.push(...cardsOf(decision))
  for (const { article, locale } of decision.kept.values()) log.kept.push({ article, locale })
}

/** A filtered run leaves the other articles as they are published. */
function unwantedCards({ room }: Press, wanted: ReadonlySet<ArticleId>): Card[] {
  if (!room.wanted.filtered) return []
  return [...room.published].flatMap(([id, cards]) => (wanted.has(id) ? [] : [...cards.values()]))
}
