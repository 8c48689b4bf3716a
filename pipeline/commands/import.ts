import { resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import { importArticle } from './import-article.ts'
import { importCatalog } from './import-catalog.ts'
import { tellImport } from './import-text.ts'
import { importTranslation } from './import-translation.ts'
import type { ImportedArticle, ImportedCatalog, ImportedTranslation } from './imported.ts'
import { openToWrite } from './open-to-write.ts'
import type { ImportOptions } from './options.ts'

/**
 * Bring in what exists: documents as articles, translated documents as translations of an article, PO files of other systems as those of many.
 *
 * Nothing that is there is overwritten. Every file is written whole; what was brought in before a failure stays.
 *
 * @returns 1 where a translated document has nothing in common with its article, or a PO file with all of them, and where an article or catalog can't be read
 * @throws {Failure} `usage`, `article-exists`, `import-id`, `import-locale`, and those of `openToWrite` and `readDocument`
 */
export async function importFiles(options: ImportOptions, context: Context): Promise<0 | 1> {
  checkUse(options)
  context.progress.stage('importing')
  const articles: ImportedArticle[] = []
  for (const file of options.files) {
    await breathe(context.signal)
    articles.push(await importArticle(file, options, context))
  }
  const translations = await importTranslations(options, articles, context)
  const catalogs = await importCatalogs(options, context)
  context.progress.end()
  tellImport({ articles, translations, catalogs }, options, context)
  const failed = catalogs.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  return failed || [...translations, ...catalogs].some(({ pairs }) => pairs.length === 0) ? 1 : 0
}

async function importTranslations(
  options: ImportOptions,
  articles: readonly ImportedArticle[],
  context: Context,
): Promise<ImportedTranslation[]> {
  if (options.translations.length === 0) return []
  const wanted = articles.length > 0 ? articles.map(({ article }) => article) : options.articles
  const locales = options.translations.map(({ locale }) => locale)
  const opened = await openToWrite({ locales, articles: wanted }, options, context)
  const translations: ImportedTranslation[] = []
  for (const { locale, file } of options.translations) {
    await breathe(context.signal)
    translations.push(await importTranslation({ file, locale, path: resolve(context.cwd, file) }, opened, options, context))
  }
  return translations
}

async function importCatalogs(options: ImportOptions, context: Context): Promise<ImportedCatalog[]> {
  const catalogs: ImportedCatalog[] = []
  for (const { locale, file } of options.catalogs) {
    const opened = await openToWrite({ locales: [locale], articles: options.articles }, options, context)
    catalogs.push(await importCatalog({ file, locale, path: resolve(context.cwd, file) }, opened, options, context))
  }
  return catalogs
}

function checkUse(options: ImportOptions): void {
  const wrong = mistakeIn(options)
  if (wrong !== null) throw new Failure('usage', failures.usage(wrong, 'colophon import'))
}

function mistakeIn({ files, translations, catalogs, articles, id, dryRun }: ImportOptions): string | null {
  if (files.length + translations.length + catalogs.length === 0) return 'There is no document to import.'
  if (id !== null && files.length !== 1) return '`--id` names one article, so there must be one FILE.'
  if (files.length > 0 && catalogs.length > 0) return '`--catalog` fills the catalogs of articles that are there: import FILE first.'
  if (translations.length === 0) return null
  if (files.length > 1) return 'With `--translation` there can be one FILE only, the original.'
  if (files.length === 1 && dryRun) return '`--dry-run` aligns translations only with an article that is there: import FILE first.'
  if (files.length === 1 || articles.length === 1) return null
  return '`--translation` needs the article that was translated: `--article ID`, or its original as FILE.'
}
