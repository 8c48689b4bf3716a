import { join, resolve } from 'node:path'
import { pairCount, type TmxEdition, unfit, writeTmx } from '../catalog/exchange/write-tmx.ts'
import { writeXliff } from '../catalog/exchange/write-xliff.ts'
import { syncCatalog } from '../catalog/sync-catalog.ts'
import type { Article } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { writeWhole } from '../read/write-file.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { findingLine } from './finding-line.ts'
import { loadArticle, loadCatalog } from './load-article.ts'
import type { OpenSite } from './open-site.ts'
import { openToRead } from './open-to-read.ts'
import type { ExportOptions } from './options.ts'

/** With `--json` it is the document on stdout. */
interface Exported {
  /** Written, as `--out` names the folder. Sorted. */
  readonly files: string[]
  /** Messages in them: with XLIFF all, with TMX those that are translated and current. */
  units: number
  /** Broken articles and catalogs, and translations that the format can't hold. */
  readonly findings: Finding[]
}

/** An article in one locale, its catalog as `sync` would have it. */
interface Edition {
  readonly article: Article
  readonly locale: Locale
  readonly catalog: Catalog
}

/**
 * Write translations as files for translators' tools: with XLIFF one an article and locale, with TMX one a locale.
 *
 * Nothing of the site is written: catalogs that are out of date are synced in memory. The same site gives the same bytes.
 */
export async function exportSite(options: ExportOptions, context: Context): Promise<0 | 1> {
  const opened = await openToRead(context.root, options)
  const exported: Exported = { files: [], units: 0, findings: [] }
  const memories = new Map<Locale, TmxEdition[]>()
  context.progress.stage(`exporting ${counted(opened.wanted.articles.size, 'article')}`)
  for await (const edition of editionsOf(opened, exported, context)) {
    if (options.format === 'xliff') exportXliff(edition, exported, options, context)
    else collect(edition, memories, exported)
  }
  for (const [locale, editions] of memories) {
    const text = writeTmx({ editions, source: opened.site.sourceLocale, target: locale })
    save(`${locale}.tmx`, text, exported, options, context)
  }
  context.progress.end()
  exported.files.sort()
  tell(exported, options, context)
  return exported.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

async function* editionsOf({ site, files, wanted }: OpenSite, { findings }: Exported, { root, signal }: Context): AsyncGenerator<Edition> {
  const catalogs = new Map(files.catalogs.map((catalog) => [`${catalog.locale} ${catalog.id}`, catalog]))
  for (const file of files.articles.filter(({ id }) => wanted.articles.has(id))) {
    await breathe(signal)
    const read = loadArticle(root, file, site)
    if (read.kind === 'broken') {
      findings.push(...read.findings)
      continue
    }
    const { article } = read
    for (const locale of article.meta.translate.filter((tag) => wanted.locales.has(tag))) {
      const po = catalogs.get(`${locale} ${article.id}`)
      const before = po === undefined ? null : loadCatalog(root, po)
      if (before?.kind === 'broken') findings.push(before.finding)
      else yield { article, locale, catalog: syncCatalog({ units: article.units, catalog: before?.catalog ?? null, locale }) }
    }
  }
}

function exportXliff({ article, locale, catalog }: Edition, exported: Exported, options: ExportOptions, context: Context): void {
  const text = writeXliff({ catalog, original: article.source.path, source: article.locale, target: locale })
  exported.units += catalog.messages.filter(({ obsolete }) => !obsolete).length
  save(join(locale, `${article.id}.xlf`), text, exported, options, context)
}

function collect({ article, locale, catalog }: Edition, memories: Map<Locale, TmxEdition[]>, exported: Exported): void {
  const edition: TmxEdition = { catalog, original: article.source.path, source: article.locale }
  const known = memories.get(locale)
  if (known === undefined) memories.set(locale, [edition])
  else known.push(edition)
  exported.units += pairCount(catalog)
  exported.findings.push(...unfit(catalog).map((message) => cannotHold(message, article, locale)))
}

function cannotHold({ line, id }: Message, article: Article, locale: Locale): Finding {
  return {
    rule: 'exchange-character',
    severity: 'warning',
    file: `locales/${locale}/articles/${article.id}.po`,
    line: Math.max(1, line),
    column: 1,
    article: article.id,
    locale,
    message: `\`${id.slice(0, 60)}\` or its translation has a control character that TMX can't hold: it was left out.`,
    expected: [],
  }
}

function save(name: string, text: string, { files }: Exported, { out }: ExportOptions, { cwd }: Context): void {
  const path = join(out, name)
  writeWhole(resolve(cwd, path), text)
  files.push(path)
}

function tell(exported: Exported, { json }: ExportOptions, { stdout, stderr }: Context): void {
  for (const finding of exported.findings) stderr.write(findingLine(finding))
  if (json) stdout.write(`${JSON.stringify(exported, null, 2)}\n`)
  else stdout.write(`${exported.files.map((file) => `${file}\n`).join('')}${counted(exported.files.length, 'file')} written.\n`)
}
