import { readArticle } from '../article/read-article.ts'
import { shareAtMost, shareOf, wordsOf } from '../catalog/share-of.ts'
import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { readSource } from '../read/read-source.ts'
import { renamedFiles } from '../read/renamed-files.ts'
import type { ArticleFile, CatalogFile, SiteFiles } from '../read/site-files.ts'
import { loadCatalog } from './load-article.ts'
import type { OpenSite } from './open-site.ts'

/** As for alignment: the least share of a catalog's messages that makes it an article's. */
const MOSTLY = 0.6

/** A catalog without an article, and the one that it belongs to by now. */
export interface Move {
  readonly file: CatalogFile
  readonly id: ArticleId
}

/**
 * The catalogs of renamed articles: each belongs where git says that its article went; else to the article without a catalog that has most of the same texts.
 *
 * Nothing is asked where each catalog has its article.
 *
 * @throws {Failure} `disk-failed`
 */
export async function catalogMoves(root: string, opened: Pick<OpenSite, 'site' | 'files'>): Promise<Move[]> {
  if (opened.files.orphans.length === 0) return []
  const byGit = await renamedByGit(root, opened.files)
  return [...byGit, ...renamedByContent(root, opened, byGit)]
}

/** The files as the articles' that they belong to, where they lie. */
export function asMoved(files: SiteFiles, moves: readonly Move[]): SiteFiles {
  const paths = new Set(moves.map(({ file }) => file.path))
  return {
    ...files,
    catalogs: [...files.catalogs, ...moves.map(({ file, id }) => ({ ...file, id }))],
    orphans: files.orphans.filter(({ path }) => !paths.has(path)),
    findings: files.findings.filter(({ file }) => !paths.has(file)),
  }
}

/** What people are told who read a catalog that hasn't been moved yet. */
export function readElsewhere({ file, id }: Move): Finding {
  return {
    rule: 'catalog-without-article',
    severity: 'warning',
    ...{ file: file.path, line: 1, column: 1, article: id, locale: file.locale },
    message: `There is no article \`${file.id}\` for this catalog. It is read as that of \`${id}\`, which the article is called now: \`colophon sync\` takes it along.`,
    expected: [],
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
function renamedByContent(root: string, { site, files }: Pick<OpenSite, 'site' | 'files'>, known: readonly Move[]): Move[] {
  const orphans = files.orphans.filter((file) => !known.some((move) => move.file === file))
  const taken = takenPlaces([...files.catalogs, ...known.map(({ file, id }) => ({ locale: file.locale, id }))])
  const pairs = candidates(root, orphans, {
    site,
    articles: files.articles.filter(({ id }) => orphans.some(({ locale }) => !taken.has(placeOf(locale, id)))),
  })
  pairs.sort((a, b) => b.share - a.share || (`${a.file.path}\0${a.id}` < `${b.file.path}\0${b.id}` ? -1 : 1))
  const settled = new Set<CatalogFile>()
  return pairs.filter(({ file, id }) => {
    if (settled.has(file) || !take(taken, file.locale, id)) return false
    settled.add(file)
    return true
  })
}

interface Candidate extends Move {
  readonly share: number
}

/** A broken catalog stays where it is. An article is parsed only where the words of its file may be a catalog's. */
function candidates(
  root: string,
  orphans: readonly CatalogFile[],
  { site, articles }: Pick<OpenSite, 'site'> & { readonly articles: readonly ArticleFile[] },
): Candidate[] {
  const catalogs = orphans.flatMap((file) => {
    const read = loadCatalog(root, file)
    return read.kind === 'read' ? [{ file, catalog: read.catalog, mostOf: shareAtMost(read.catalog) }] : []
  })
  return articles.flatMap((article) => {
    const read = readSource(root, article.path)
    if (read.kind === 'broken') return []
    const words = wordsOf(read.source.text)
    const likely = catalogs.filter(({ mostOf }) => mostOf(words) >= MOSTLY)
    const parsed = likely.length === 0 ? null : readArticle(article.id, read.source, site)
    if (parsed?.kind !== 'read') return []
    const { meta, units } = parsed.article
    return likely.flatMap(({ file, catalog }) => {
      const share = meta.translate.includes(file.locale) ? shareOf(catalog, units) : 0
      return share < MOSTLY ? [] : [{ file, id: article.id, share }]
    })
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
