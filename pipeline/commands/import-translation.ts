import { join } from 'node:path'
import { bodyPassages, type UnitPassage, unitPassages } from '../article/passages.ts'
import { alignDocument, type DocumentAlignment, type DocumentPair } from '../catalog/align-document.ts'
import { bringIn, type ImportedText } from '../catalog/bring-in.ts'
import { plainOf } from '../catalog/evidence.ts'
import { cutLike, joinTexts } from '../catalog/halves.ts'
import { syncCatalog } from '../catalog/sync-catalog.ts'
import { writeCatalog } from '../catalog/write-catalog.ts'
import type { Article, Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { ImportedDocument } from '../model/document.ts'
import { Failure } from '../model/failure.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { pointAt } from '../model/place.ts'
import { failures as readFailures } from '../read/failures.ts'
import { readDocument } from '../read/read-document.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import { findingLine } from './finding-line.ts'
import type { Excerpt, ImportedPair, ImportedTranslation } from './imported.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import type { OpenSite } from './open-site.ts'
import type { ImportOptions } from './options.ts'
import { TeamFinder } from './team-finder.ts'

export interface TranslatedFile {
  /** As given. */
  readonly file: string
  readonly locale: string
  /** Absolute. */
  readonly path: string
}

/** More could not be compared in bounded time and memory. */
const most = 10_000

/**
 * Align a translated document with its article, and bring what fits into the article's catalog.
 *
 * @throws {Failure} `import-locale`, `import-article`, `import-too-large`, and those of `readDocument`
 */
export async function importTranslation(
  { file, locale: tag, path }: TranslatedFile,
  opened: OpenSite,
  { dryRun }: ImportOptions,
  context: Context,
): Promise<ImportedTranslation> {
  const article = articleOf(opened, context)
  const locale = localeOf(tag, article)
  const document = await readDocument(path, file)
  const before = catalogOf(article, locale, opened, context)
  const sources = unitPassages(article.source.text, article.units).filter(({ kind }) => kind !== 'slug')
  const targets = passagesOf(document)
  if (Math.max(sources.length, targets.length) > most) throw new Failure('import-too-large', readFailures['import-too-large'](file))
  const alignment = alignDocument(sources, targets, document.structure)
  const matched = alignment.pairs.flatMap((pair) => textsOf(pair, sources, targets, document))
  const team = new TeamFinder(context.root, opened.site, opened.files).teamOf(locale, before)
  const { catalog, fates } = bringIn(syncCatalog({ units: article.units, catalog: before, locale, team }), matched)
  const catalogPath = `locales/${locale}/articles/${article.id}.po`
  const text = writeCatalog(catalog)
  const changed = before === null ? matched.length > 0 : writeCatalog(before) !== text
  if (!dryRun && changed) writeWhole(join(context.root, catalogPath), text)
  const count = (fate: (typeof fates)[number]): number => fates.filter((one) => one === fate).length
  return {
    ...{ file, article: article.id, locale, path: catalogPath },
    ...{ translated: count('translated'), fuzzy: count('fuzzy'), kept: count('kept'), known: count('known') },
    pairs: matched.map(({ doubt, source, target }, at) => ({
      sure: doubt === null,
      doubt,
      became: fates[at] as ImportedPair['became'],
      source: inArticle(source, article),
      target,
    })),
    ...leftOver(alignment, { sources, targets, article, document }),
    notes: document.notes,
  }
}

function articleOf({ files, wanted, site }: OpenSite, { root, stderr }: Context): Article {
  const file = files.articles.find(({ id }) => wanted.articles.has(id))
  if (file === undefined) throw new Error('no article is wanted')
  const read = loadArticle(root, file, site)
  if (read.kind === 'read') return read.article
  for (const finding of read.findings) stderr.write(findingLine(finding))
  throw new Failure('import-article', failures['import-article'](file.path))
}

function localeOf(tag: string, { meta, source }: Article): Locale {
  const locale = parseLocale(tag)
  if (locale !== null && meta.translate.includes(locale)) return locale
  throw new Failure('import-locale', failures['import-locale'](source.path, tag, meta.translate))
}

function catalogOf(article: Article, locale: Locale, { files }: OpenSite, { root }: Context): Catalog | null {
  const file = files.catalogs.find((catalog) => catalog.id === article.id && catalog.locale === locale)
  const read = file === undefined ? null : loadCatalog(root, file)
  if (read?.kind !== 'broken') return read?.catalog ?? null
  throw new Failure('import-catalog', { ...failures['import-catalog'](read.finding.file, read.finding.message), place: read.finding })
}

/** Front matter first, as in an article. */
function passagesOf({ meta, markdown }: ImportedDocument): UnitPassage[] {
  const fields = (['title', 'description'] as const).flatMap((kind) => {
    const text = meta[kind]
    return text === null ? [] : [{ kind, level: 0, frame: null, text, offset: -1, unit: null }]
  })
  return [...fields, ...bodyPassages(markdown)]
}

interface MatchedText extends ImportedText {
  readonly source: UnitPassage
  readonly target: Excerpt
}

function textsOf(
  pair: DocumentPair,
  sources: readonly UnitPassage[],
  targets: readonly UnitPassage[],
  document: ImportedDocument,
): MatchedText[] {
  const ours = pair.sources.map((at) => sources[at] as UnitPassage)
  const whole = joinTexts(pair.targets.map((at) => targets[at]?.text ?? ''))
  const sourceTexts = ours.map(({ text }) => text)
  const parts = ours.length === 1 ? [whole] : (cutLike(sourceTexts, joinTexts(sourceTexts), whole) ?? ours.map(() => whole))
  const target = inDocument(pair.targets[0] ?? 0, targets, document)
  const from = target.line === null ? target.file : `${target.file}:${target.line}`
  return ours.flatMap((source, nth) => {
    const { unit } = source
    const text = unit === null ? '' : asUnit(unit, parts[nth] ?? whole)
    return unit === null || text === '' ? [] : [{ unit, text, doubt: pair.doubt, from, source, target: { ...target, text: whole } }]
  })
}

/** Front matter is plain text. */
function asUnit({ context }: Unit, text: string): string {
  return context === null ? text : plainOf(text)
}

interface Sides {
  readonly sources: readonly UnitPassage[]
  readonly targets: readonly UnitPassage[]
  readonly article: Article
  readonly document: ImportedDocument
}

function leftOver(
  alignment: DocumentAlignment,
  { sources, targets, article, document }: Sides,
): Pick<ImportedTranslation, 'leftovers' | 'untranslated'> {
  return {
    leftovers: alignment.targets.map((at) => inDocument(at, targets, document)),
    untranslated: alignment.sources.map((at) => inArticle(sources[at] as UnitPassage, article)),
  }
}

function inArticle({ text, offset }: UnitPassage, { source }: Article): Excerpt {
  return { file: source.path, line: pointAt(source.text, offset).line, text }
}

function inDocument(at: number, targets: readonly UnitPassage[], { file, lines, markdown }: ImportedDocument): Excerpt {
  const { text, offset } = targets[at] as UnitPassage
  if (offset < 0) return { file, line: null, text }
  if (lines === null) return { file, line: pointAt(markdown, offset).line, text }
  const blocks = targets.filter((passage) => passage.unit !== null)
  const line = blocks.length === lines.length ? lines[blocks.indexOf(targets[at] as UnitPassage)] : undefined
  return { file, line: line || null, text }
}
