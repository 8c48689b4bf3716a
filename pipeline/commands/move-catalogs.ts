import { shareOf } from '../catalog/share-of.ts'
import type { Article, ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import { listSite } from '../read/list-site.ts'
import { moveFile } from '../read/move-file.ts'
import { renamedFiles } from '../read/renamed-files.ts'
import type { CatalogFile, SiteFiles } from '../read/site-files.ts'
import type { Context } from './context.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import { localesRead, type OpenSite } from './open-site.ts'
import type { SyncOptions } from './options.ts'
import type { MovedCatalog } from './synced.ts'

/** As for alignment: the least share of a catalog's messages that makes it an article's. */
const MOSTLY = 0.6

/** A catalog without an article, and the one that it is taken to. */
interface Move {
  readonly file: CatalogFile
  readonly id: ArticleId
}

/**
 * Take the catalogs of renamed articles along: where git says that the article went; else to the article without a catalog that has most of the same texts.
 *
 * Nothing is asked where each catalog has its article. Filters choose among the moves, they don't change them. With `--check` nothing is moved: the files are listed as the articles' that they would be, where they lie.
 *
 * @returns the files as they are then
 * @throws {Failure} those of the disk
 */
export async function moveCatalogs(
  opened: OpenSite,
  { check }: SyncOptions,
  { root }: Context,
): Promise<{ files: SiteFiles; moved: MovedCatalog[] }> {
  const { site, files, wanted } = opened
  if (files.orphans.length === 0) return { files, moved: [] }
  const byGit = await renamedByGit(root, files)
  const moves = [...byGit, ...renamedByContent(root, opened, byGit)]
  const due = moves.filter(({ file, id }) => wanted.locales.has(file.locale) && wanted.articles.has(id))
  const moved = due
    .map(({ file, id }) => ({ from: file.path, to: `locales/${file.locale}/articles/${id}.po` }))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
  if (check) return { files: asMoved(files, due), moved }
  for (const { from, to } of moved) moveFile(root, from, to)
  return { files: (moved.length === 0 ? null : listSite(root, localesRead(site))) ?? files, moved }
}

function asMoved(files: SiteFiles, moves: readonly Move[]): SiteFiles {
  const paths = new Set(moves.map(({ file }) => file.path))
  return {
    ...files,
    catalogs: [...files.catalogs, ...moves.map(({ file, id }) => ({ ...file, id }))],
    orphans: files.orphans.filter(({ path }) => !paths.has(path)),
    findings: files.findings.filter(({ file }) => !paths.has(file)),
  }
}

async function renamedByGit(root: string, files: SiteFiles): Promise<Move[]> {
  const ids = new Map(files.articles.map(({ id, path }) => [path, id]))
  const lost = new Set(files.orphans.flatMap(({ id }) => pathsOf(id)))
  const renamed = await renamedFiles(root, 'articles', [...lost], (path) => ids.has(path))
  const taken = takenPlaces(files.catalogs)
  return files.orphans.flatMap((file) => {
    const path = pathsOf(file.id).find((old) => renamed.has(old)) ?? ''
    const id = ids.get(renamed.get(path) ?? '')
    return id !== undefined && take(taken, file.locale, id) ? [{ file, id }] : []
  })
}

function pathsOf(id: ArticleId): string[] {
  return [`articles/${id}.md`, `articles/${id}/index.md`]
}

/** The surest pairs first, each catalog and each article once. */
function renamedByContent(root: string, { site, files }: OpenSite, known: readonly Move[]): Move[] {
  const orphans = files.orphans.filter((file) => !known.some((move) => move.file === file))
  const taken = takenPlaces([...files.catalogs, ...known.map(({ file, id }) => ({ locale: file.locale, id }))])
  const locales = new Set(orphans.map(({ locale }) => locale))
  const articles = files.articles.flatMap((file) => {
    if ([...locales].every((locale) => taken.has(placeOf(locale, file.id)))) return []
    const read = loadArticle(root, file, site)
    return read.kind === 'read' ? [read.article] : []
  })
  const pairs = orphans.flatMap((file) => candidatesFor(root, file, articles))
  pairs.sort((a, b) => b.share - a.share || (`${a.file.path}\0${a.id}` < `${b.file.path}\0${b.id}` ? -1 : 1))
  const settled = new Set<CatalogFile>()
  return pairs.filter(({ file, id }) => {
    if (settled.has(file) || !take(taken, file.locale, id)) return false
    settled.add(file)
    return true
  })
}

/** A broken catalog stays where it is. */
function candidatesFor(root: string, file: CatalogFile, articles: readonly Article[]): (Move & { share: number })[] {
  const read = loadCatalog(root, file)
  if (read.kind === 'broken') return []
  return articles.flatMap(({ id, meta, units }) => {
    const share = meta.translate.includes(file.locale) ? shareOf(read.catalog, units) : 0
    return share < MOSTLY ? [] : [{ file, id, share }]
  })
}

function takenPlaces(catalogs: readonly Pick<CatalogFile, 'locale' | 'id'>[]): Set<string> {
  return new Set(catalogs.map(({ locale, id }) => placeOf(locale, id)))
}

/** Whether the place was free; it isn't afterwards. */
function take(taken: Set<string>, locale: Locale, id: ArticleId): boolean {
  const place = placeOf(locale, id)
  if (taken.has(place)) return false
  taken.add(place)
  return true
}

function placeOf(locale: Locale, id: ArticleId): string {
  return `${locale} ${id}`
}
