import { join } from 'node:path'
import type { Delivery, ExchangeUnit } from '../catalog/exchange/exchange-unit.ts'
import { takeUnits } from '../catalog/exchange/take-units.ts'
import { hasWords } from '../catalog/message-state.ts'
import { syncCatalog } from '../catalog/sync-catalog.ts'
import { writeCatalog } from '../catalog/write-catalog.ts'
import type { Article, ArticleId } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import type { Place } from '../model/place.ts'
import { writeWhole } from '../read/write-file.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { type Exchanged, tellExchange } from './exchange-text.ts'
import { failures } from './failures.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import type { OpenSite } from './open-site.ts'
import { openToWrite } from './open-to-write.ts'
import type { ImportOptions } from './options.ts'
import { type ExchangeFile, readExchange } from './read-exchange.ts'
import { TeamFinder } from './team-finder.ts'

/**
 * Bring what translators' tools made of exported files into the catalogs.
 *
 * All files are read before a catalog is written; a catalog for which nothing new came stays as it is, byte for byte.
 *
 * @throws {Failure} `usage`, `file-unreadable`, `exchange-format`, `exchange-invalid`
 */
export async function exchange(options: ImportOptions, context: Context): Promise<0 | 1> {
  checkUse(options)
  const files = options.files.map((file) => readExchange(file, context.cwd))
  const opened = await openToWrite(options, options, context)
  const run: Run = {
    ...opened,
    context,
    teams: new TeamFinder(context.root, opened.site, opened.files),
    result: { updated: [], finished: 0, fuzzy: 0, left: [], findings: [] },
  }
  context.progress.stage(`importing ${counted(files.length, 'file')}`)
  for (const file of files) {
    for (const delivery of file.deliveries) {
      await breathe(context.signal)
      await takeDelivery(delivery, file, run)
    }
  }
  context.progress.end()
  tellExchange(run.result, options, context)
  return run.result.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

function checkUse({ files, translations, catalogs, id, lang, dryRun }: ImportOptions): void {
  const wrong = files.some((file) => !/\.(?:xlf|xliff|tmx)$/i.test(file))
    ? "XLIFF and TMX files can't be imported together with documents."
    : translations.length + catalogs.length > 0 || id !== null || lang !== null || dryRun
      ? 'XLIFF and TMX files tell themselves what they translate: `--translation`, `--catalog`, `--id`, `--lang` and `--dry-run` are for documents.'
      : null
  if (wrong !== null) throw new Failure('usage', failures.usage(wrong, 'colophon import'))
}

interface Run extends OpenSite {
  readonly context: Context
  readonly teams: TeamFinder
  readonly result: Exchanged
}

async function takeDelivery(delivery: Delivery, file: ExchangeFile, run: Run): Promise<void> {
  const place = file.placeOf(delivery.offset)
  const locale = localeOf(delivery, place, run)
  if (locale === null) return
  if (delivery.article !== null) {
    const article = articleOf(delivery.article, place, run)
    if (article !== null && isTranslated(article, locale, place, run))
      takeUnitsOf({ article, locale, units: delivery.units, file, memory: false }, run)
    return
  }
  for (const id of run.wanted.articles) {
    await breathe(run.context.signal)
    const article = load(id, run)
    if (article?.meta.translate.includes(locale) && sameLanguage(article.locale, delivery.source))
      takeUnitsOf({ article, locale, units: delivery.units, file, memory: true }, run)
  }
}

/** Null for one that the site hasn't, which is told, and for one that isn't wanted. */
function localeOf({ target, article }: Delivery, place: Place, { site, wanted, result }: Run): Locale | null {
  const locale = parseLocale(target)
  if (locale !== null && site.locales.some(({ tag }) => tag === locale)) return wanted.locales.has(locale) ? locale : null
  const message = `The site has no locale \`${target}\`: nothing of this was imported.`
  // A translation memory holds many languages.
  const severity = article === null ? 'warning' : 'error'
  result.findings.push({ rule: 'exchange-locale', severity, ...place, message, expected: [] })
  return null
}

function articleOf(given: string, place: Place, run: Run): Article | null {
  const file = run.files.articles.find(({ id, path }) => path === given || id === given)
  if (file !== undefined) return run.wanted.articles.has(file.id) ? load(file.id, run) : null
  const message = `The site has no article \`${given}\`: nothing of this was imported.`
  run.result.findings.push({ rule: 'exchange-article', severity: 'error', ...place, message, expected: [] })
  return null
}

function isTranslated(article: Article, locale: Locale, place: Place, { result }: Run): boolean {
  if (article.meta.translate.includes(locale)) return true
  const message = `The article \`${article.id}\` isn't translated into \`${locale}\`: nothing of this was imported.`
  result.findings.push({ rule: 'exchange-locale', severity: 'error', ...place, message, article: article.id, locale, expected: [] })
  return false
}

function load(id: ArticleId, { context, files, site, result }: Run): Article | null {
  const file = files.articles.find((article) => article.id === id)
  const read = file === undefined ? null : loadArticle(context.root, file, site)
  if (read?.kind === 'broken') addFindings(result, read.findings)
  return read?.kind === 'read' ? read.article : null
}

/** Each once, though several deliveries may be for one article. */
function addFindings({ findings }: Exchanged, more: readonly Finding[]): void {
  const known = new Set(findings.map((finding) => JSON.stringify(finding)))
  findings.push(...more.filter((finding) => !known.has(JSON.stringify(finding))))
}

interface Task {
  readonly article: Article
  readonly locale: Locale
  readonly units: readonly ExchangeUnit[]
  readonly file: ExchangeFile
  /** From a translation memory, which knows of no article. */
  readonly memory: boolean
}

function takeUnitsOf({ article, locale, units, file, memory }: Task, run: Run): void {
  const { context, files, teams, result } = run
  const path = `locales/${locale}/articles/${article.id}.po`
  const isThere = files.catalogs.some((catalog) => catalog.path === path) || result.updated.includes(path)
  const before = isThere ? loadCatalog(context.root, { id: article.id, locale, path }) : null
  if (before?.kind === 'broken') {
    addFindings(result, [before.finding])
    return
  }
  const known = before?.catalog ?? null
  const catalog = syncCatalog({ units: article.units, catalog: known, locale, team: teams.teamOf(locale, known) })
  const taken = takeUnits({ units: article.units, catalog, delivered: memory ? gapsIn(catalog, units) : units })
  result.finished += taken.finished
  result.fuzzy += taken.fuzzy
  for (const { unit, why } of taken.left)
    result.left.push({ ...file.placeOf(unit.offset), article: article.id, locale, why, source: unit.source, target: unit.target })
  if (taken.catalog === catalog) return
  writeWhole(join(context.root, path), writeCatalog(taken.catalog))
  if (!result.updated.includes(path)) result.updated.push(path)
}

/** A translation memory fills gaps, whatever their context: it has nothing to say to a text that has words. */
function gapsIn({ messages }: Catalog, units: readonly ExchangeUnit[]): ExchangeUnit[] {
  const gaps = Map.groupBy(
    messages.filter((message) => !message.obsolete && !hasWords(message)),
    ({ id }) => id,
  )
  return units.flatMap((unit) => (gaps.get(unit.source) ?? []).map(({ context }) => ({ ...unit, context })))
}

function sameLanguage(locale: Locale, tag: string): boolean {
  return locale.split('-')[0] === tag.toLowerCase().split(/[-_]/)[0]
}
