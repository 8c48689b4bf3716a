import { bodyPassages, unitPassages } from '../article/passages.ts'
import type { Fate } from '../catalog/bring-in.ts'
import { adopt } from '../catalog/foreign/adopt.ts'
import { foreignTexts } from '../catalog/foreign/foreign-text.ts'
import { leftOver } from '../catalog/foreign/left-over.ts'
import { headerOf } from '../catalog/headers.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { Article } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { readSource } from '../read/read-source.ts'
import { breathe } from './breathe.ts'
import { CatalogFiller, type FilledArticle } from './catalog-filler.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import type { ImportedCatalog } from './imported.ts'
import { loadArticle } from './load-article.ts'
import type { OpenSite } from './open-site.ts'
import type { ImportOptions } from './options.ts'
import { TeamFinder, teamIn } from './team-finder.ts'

export interface ForeignFile {
  /** As given. */
  readonly file: string
  readonly locale: string
  /** Absolute. */
  readonly path: string
}

/**
 * Bring a PO file that another system made for the same sources into the catalogs of the articles.
 *
 * Each catalog is written whole; a broken article or catalog holds up none of the others, and one for which nothing new came stays as it is, byte for byte.
 *
 * @throws {Failure} `file-unreadable`, `import-po`, `import-locale`
 */
export async function importCatalog(
  { file, locale: tag, path }: ForeignFile,
  opened: OpenSite,
  { dryRun }: ImportOptions,
  context: Context,
): Promise<ImportedCatalog> {
  const foreign = readForeign(file, path)
  // Without the articles that they cost, nobody would know why their texts found no place.
  const findings = opened.files.findings.filter(({ severity }) => severity === 'error')
  const locale = parseLocale(tag) as Locale
  const articles = await translatedArticles(locale, opened, context, findings)
  const texts = foreignTexts(foreign, (markdown) => bodyPassages(markdown).flatMap(({ kind, text }) => (kind === 'code' ? [] : [text])))
  const adopted = adopt(articles, texts, file)
  const teams = new TeamFinder(context.root, opened.site, opened.files)
  const filler = new CatalogFiller({ root: context.root, files: opened.files, locale, teams, credit: teamIn(foreign), dryRun, findings })
  const code = articles.flatMap((article) => article.code)
  const left = leftOver(foreign, adopted.left, { units: articles.flatMap(({ units }) => units), code, stoodIn: adopted.stoodIn })
  // What an article that wasn't read has would be taken for gone.
  const isWhole = findings.length === 0 && opened.files.articles.every(({ id }) => opened.wanted.articles.has(id))
  const leftByHome = Map.groupBy(isWhole ? left : [], ({ home }) => home)
  for (const article of articles) {
    await breathe(context.signal)
    filler.fill(article, adopted.byArticle.get(article.id) ?? [], leftByHome.get(article.id) ?? [])
  }
  const { pairs, updated, kept } = filler
  const count = (fate: Fate): number => pairs.filter(({ became }) => became === fate).length
  const lost = new Set(adopted.left.map(({ message }) => message))
  const messages = new Set(texts.flatMap(({ current, message }) => (current && !message.obsolete ? [message] : [])))
  return {
    ...{ file, locale, messages: messages.size, found: [...messages].filter((message) => !lost.has(message)).length },
    ...{ translated: count('translated'), fuzzy: count('fuzzy'), kept: count('kept'), known: count('known') },
    updated,
    pairs,
    left: left.map((text) => ({ why: text.why, line: text.line, source: text.source, target: text.target, kept: kept.get(text) ?? null })),
    notes: notesOn(foreign, locale),
    findings,
  }
}

/** Bytes: a book of ten thousand pages. */
const largest = 64 * 1024 * 1024

function readForeign(file: string, path: string): Catalog {
  const source = readSource('', path, largest)
  const read = source.kind === 'broken' ? source : readCatalog({ ...source.source, path: file })
  if (read.kind === 'read') return read.catalog
  const { rule, message, line, column } = read.finding
  if (rule === 'unreadable-file') throw new Failure('file-unreadable', failures['file-unreadable'](file, message))
  throw new Failure('import-po', failures['import-po'](message, { file, line, column }))
}

interface LoadedArticle extends FilledArticle {
  readonly code: readonly string[]
}

/** @throws {Failure} `import-locale` where no article is translated into it */
async function translatedArticles(
  locale: Locale,
  { site, files, wanted }: OpenSite,
  { root, signal }: Context,
  findings: Finding[],
): Promise<LoadedArticle[]> {
  const articles: LoadedArticle[] = []
  const others = new Set<Locale>()
  for (const file of files.articles.filter(({ id }) => wanted.articles.has(id))) {
    await breathe(signal)
    const read = loadArticle(root, file, site)
    if (read.kind === 'broken') findings.push(...read.findings)
    else if (read.article.meta.translate.includes(locale)) articles.push(loaded(read.article))
    else for (const other of read.article.meta.translate) others.add(other)
  }
  if (articles.length > 0 || others.size === 0) return articles
  throw new Failure('import-locale', failures['import-locale'](null, locale, [...others]))
}

function loaded({ id, units, source }: Article): LoadedArticle {
  const code = unitPassages(source.text, units).flatMap(({ kind, text }) => (kind === 'code' ? [text] : []))
  return { id, units, source, code }
}

function notesOn({ headers }: Catalog, locale: Locale): string[] {
  const said = headerOf(headers, 'Language')?.trim() ?? ''
  const language = parseLocale(said.replaceAll('_', '-'))
  if (said === '' || (language !== null && sameLanguage(language, locale))) return []
  return [`The file says that it is in \`${said}\`: its words were taken for \`${locale}\`.`]
}

function sameLanguage(a: Locale, b: Locale): boolean {
  return new Intl.Locale(a).language === new Intl.Locale(b).language
}
