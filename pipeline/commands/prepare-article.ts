import { align } from '../catalog/align.ts'
import { locateInMessage } from '../catalog/locate-in-message.ts'
import { seeksIdleSilences } from '../check/active-rules.ts'
import { checkArticle } from '../check/check-article.ts'
import { checkTargets } from '../check/check-targets.ts'
import { edition } from '../merge/edition.ts'
import type { Article, ArticleId, Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import type { Site } from '../model/site.ts'
import { articleKnowledge, type SiteView } from './article-knowledge.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import type { Newsroom } from './newsroom.ts'
import { reachIn } from './reach.ts'
import { unusedTranslations } from './unused-translations.ts'

/** An article merged with all of its translations, and what is wrong with them. */
export interface Prepared {
  readonly id: ArticleId
  /** Null where its file can't be read as an article. */
  readonly article: Article | null
  /** By locale, the source edition first; without those whose catalog can't be read. */
  readonly editions: ReadonlyMap<Locale, Edition>
  readonly findings: readonly Finding[]
}

/** An article merged with all of its translations, not judged yet. */
export type Merged =
  | { readonly kind: 'broken'; readonly id: ArticleId; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'merged'
      readonly article: Article
      readonly editions: ReadonlyMap<Locale, Edition>
      readonly catalogs: ReadonlyMap<Locale, Catalog>
      readonly matches: ReadonlyMap<Locale, readonly Match[]>
      /** Catalogs that can't be read. */
      readonly broken: readonly Finding[]
    }

/** `none` passes over the rules; what makes an article or catalog unusable is always found. */
export type CheckLevel = 'none' | 'errors' | 'all'

/**
 * Read an article and its catalogs and merge them, all in memory: no file is written.
 *
 * @param view for rules that compare the whole site; without it they know of this article alone
 * @throws {Failure} `disk-failed`
 */
export async function prepareArticle(room: Newsroom, id: ArticleId, level: CheckLevel, view: SiteView = {}): Promise<Prepared> {
  return await judgeArticle(room, await mergeArticle(room, id), level, view)
}

/** @throws {Failure} `disk-failed` */
export async function mergeArticle(room: Newsroom, id: ArticleId): Promise<Merged> {
  const file = room.articles.get(id)
  if (file === undefined) throw new RangeError(`the site has no article ${id}`)
  const read = loadArticle(room.root, file, room.site, room.unsaved)
  if (read.kind === 'broken') return read
  const { article } = read
  const { catalogs, findings: broken } = readCatalogs(room, article)
  const matches = new Map([...catalogs].map(([locale, catalog]) => [locale, align(article.units, catalog)]))
  const editions = await mergeAll(room, article, { catalogs, matches, broken: new Set(broken.flatMap(({ locale }) => locale ?? [])) })
  return { kind: 'merged', article, editions, catalogs, matches, broken }
}

/** @throws {Failure} `disk-failed` */
export async function judgeArticle(room: Newsroom, merged: Merged, level: CheckLevel, view: SiteView = {}): Promise<Prepared> {
  if (merged.kind === 'broken') return { id: merged.id, article: null, editions: new Map(), findings: merged.findings }
  const { article, editions, catalogs, matches, broken } = merged
  const targets = checkTargets(article, { ...(view.reach ?? reachIn(room)), pictureHosts: room.site.pictures.hosts })
  const checked = level === 'none' ? [] : await runRules(room, article, [...editions.values()], { level, view })
  const unused = level === 'all' ? unusedTranslations(article.id, catalogs, matches) : []
  return { id: article.id, article, editions, findings: [...article.findings, ...targets, ...broken, ...checked, ...unused] }
}

async function runRules(
  room: Newsroom,
  article: Article,
  editions: readonly Edition[],
  { level, view }: { readonly level: 'errors' | 'all'; readonly view: SiteView },
): Promise<Finding[]> {
  const { rules } = room.site
  const { said, recall } = view
  // A silence in the article may be used by any edition.
  const trusting = level === 'errors' && !seeksIdleSilences(rules, level)
  const doubtful = editions.filter(({ locale }) => !trusting || view.isSound?.(locale) !== true)
  const knowledge = await articleKnowledge(room, article, editions, { level, view })
  const more = { ...(said && { said }), ...(recall && { recall }) }
  return checkArticle({ article, editions: doubtful, rules, locate: locateInMessage, level, knowledge, ...more })
}

function readCatalogs(room: Newsroom, article: Article): { catalogs: Map<Locale, Catalog>; findings: Finding[] } {
  const catalogs = new Map<Locale, Catalog>()
  const findings: Finding[] = []
  const used = localesUsed(room.site, article)
  for (const [locale, file] of room.catalogs.get(article.id) ?? []) {
    if (!used.has(locale)) continue
    const read = loadCatalog(room.root, file, room.unsaved)
    if (read.kind === 'read') catalogs.set(locale, read.catalog)
    else if (article.meta.translate.includes(locale)) findings.push(read.finding)
    else findings.push(unusable(read.finding))
  }
  return { catalogs, findings }
}

/** The locales that an article is translated into, and those whose words stand in there for missing ones. */
export function localesUsed({ locales }: Pick<Site, 'locales'>, { locale, meta }: Article): ReadonlySet<Locale> {
  const fallback = locales.flatMap((settings) => (meta.translate.includes(settings.tag) ? settings.fallback : []))
  return new Set([...meta.translate, ...fallback.filter((tag) => tag !== locale)])
}

/** Of a catalog that is only a fallback's: its words don't stand in, and nothing is held back. */
function unusable({ locale: _, ...finding }: Finding): Finding {
  return { ...finding, severity: 'warning' }
}

interface Matched {
  readonly catalogs: ReadonlyMap<Locale, Catalog>
  readonly matches: ReadonlyMap<Locale, readonly Match[]>
  /** Those whose catalog can't be read. */
  readonly broken: ReadonlySet<Locale>
}

async function mergeAll(
  { site, words }: Newsroom,
  article: Article,
  { catalogs, matches, broken }: Matched,
): Promise<Map<Locale, Edition>> {
  await words.load(article.id, matches)
  const editions = new Map<Locale, Edition>()
  for (const locale of [article.locale, ...article.meta.translate]) {
    const settings = site.locales.find(({ tag }) => tag === locale)
    if (broken.has(locale)) continue
    const found = matches.get(locale) ?? noMatches(article.units)
    const fallback = settings?.fallback ?? []
    editions.set(locale, edition({ article, locale, fallback, catalog: catalogs.get(locale) ?? null, matches: found, words }))
  }
  words.forget(article.id)
  return editions
}

function noMatches(units: readonly Unit[]): Match[] {
  return units.map(() => ({ kind: 'missing', message: null }))
}
