import { join } from 'node:path'
import { fillFromMemory, withoutClose } from '../catalog/memory/fill-from-memory.ts'
import { syncCatalog } from '../catalog/sync-catalog.ts'
import { writeCatalog } from '../catalog/write-catalog.ts'
import type { Article } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { CatalogFile } from '../read/site-files.ts'
import { writeWhole } from '../read/write-file.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import { Memories } from './memories.ts'
import { moveCatalogs } from './move-catalogs.ts'
import { type OpenSite, openSite } from './open-site.ts'
import type { SyncOptions } from './options.ts'
import { tellSync } from './sync-text.ts'
import type { Synced } from './synced.ts'
import { TeamFinder } from './team-finder.ts'

/**
 * Bring the catalogs up to date with the articles.
 *
 * Content counts, formatting doesn't: a catalog that another program wrapped differently stays as it is. Twice changes nothing. A broken catalog or article holds up none of the others. What a locale lacks is suggested from its other articles. The catalogs of a renamed article go along.
 */
export async function sync(options: SyncOptions, context: Context): Promise<0 | 1> {
  const opened = await openSite(context.root, options)
  const { files, moved } = await moveCatalogs(opened, options, context)
  const synced = { ...(await syncSite({ ...opened, files }, options, context)), moved }
  context.progress.end()
  tellSync(synced, options, context)
  const outdated = options.check && synced.added.length + synced.updated.length + moved.length > 0
  return outdated || synced.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

async function syncSite(opened: OpenSite, options: SyncOptions, context: Context): Promise<Omit<Synced, 'moved'>> {
  const { site, files, wanted } = opened
  const articles = files.articles.filter(({ id }) => wanted.articles.has(id))
  context.progress.stage(`syncing ${counted(articles.length, 'article')}`)
  const tally: Tally = { added: [], updated: [], unchanged: 0, findings: [...files.findings] }
  const run: Run = {
    ...opened,
    options,
    context,
    tally,
    teams: new TeamFinder(context.root, site, files),
    memories: new Memories(context.root, site, files),
    catalogs: byPlace(files.catalogs),
  }
  for (const file of articles) {
    await breathe(context.signal)
    const read = loadArticle(context.root, file, site)
    if (read.kind === 'broken') tally.findings.push(...read.findings)
    else syncArticle(read.article, run)
  }
  return { ...tally, added: tally.added.sort(), updated: tally.updated.sort() }
}

interface Tally {
  readonly added: string[]
  readonly updated: string[]
  unchanged: number
  readonly findings: Finding[]
}

interface Run extends OpenSite {
  readonly options: SyncOptions
  readonly context: Context
  readonly tally: Tally
  readonly teams: TeamFinder
  readonly memories: Memories
  readonly catalogs: ReadonlyMap<string, CatalogFile>
}

/** By the path that its article's catalog has, wherever it lies as yet. */
function byPlace(catalogs: readonly CatalogFile[]): Map<string, CatalogFile> {
  return new Map(catalogs.map((catalog) => [pathOf(catalog), catalog]))
}

function pathOf({ locale, id }: Pick<CatalogFile, 'locale' | 'id'>): string {
  return `locales/${locale}/articles/${id}.po`
}

function syncArticle(article: Article, run: Run): void {
  const { wanted, catalogs, context, tally } = run
  for (const locale of article.meta.translate.filter((tag) => wanted.locales.has(tag))) {
    const path = pathOf({ locale, id: article.id })
    const file = catalogs.get(path)
    const read = file === undefined ? null : loadCatalog(context.root, file)
    if (read?.kind === 'broken') tally.findings.push(read.finding)
    else syncOne(article, { path, locale, before: read?.catalog ?? null }, run)
  }
}

interface Target {
  readonly path: string
  readonly locale: Locale
  readonly before: Catalog | null
}

/** A suggestion is no part of being up to date: `--check` asks the memory nothing, and passes over what it said. */
function syncOne(article: Article, { path, locale, before }: Target, { options, context, tally, teams, memories }: Run): void {
  const { check, prune, suggest } = options
  const team = teams.teamOf(locale, before)
  const synced = syncCatalog({ units: article.units, catalog: before === null ? null : withoutClose(before), locale, team, prune })
  const recall = memories.recallFor(article, locale, suggest ? 'offer close ones' : 'exact ones only')
  const after = writeCatalog(check ? synced : fillFromMemory(synced, recall))
  if (before !== null && writeCatalog(check ? withoutClose(before) : before) === after) {
    tally.unchanged++
    return
  }
  if (!check) writeWhole(join(context.root, path), after)
  ;(before === null ? tally.added : tally.updated).push(path)
}
