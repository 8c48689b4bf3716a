import { resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import { importArticle } from './import-article.ts'
import { tellImport } from './import-text.ts'
import { importTranslation } from './import-translation.ts'
import type { ImportedArticle, ImportedTranslation } from './imported.ts'
import { openSite } from './open-site.ts'
import type { ImportOptions } from './options.ts'

/**
 * Bring in what exists: documents as articles, translated documents as translations of an article.
 *
 * Nothing that is there is overwritten. Every file is written whole; what was brought in before a failure stays.
 *
 * @returns 1 where a translated document has nothing in common with its article
 * @throws {Failure} `usage`, `article-exists`, `import-id`, `import-locale`, and those of `openSite` and `readDocument`
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
  context.progress.end()
  tellImport({ articles, translations }, options, context)
  return translations.some(({ pairs }) => pairs.length === 0) ? 1 : 0
}

async function importTranslations(
  options: ImportOptions,
  articles: readonly ImportedArticle[],
  context: Context,
): Promise<ImportedTranslation[]> {
  if (options.translations.length === 0) return []
  const wanted = articles.length > 0 ? articles.map(({ article }) => article) : options.articles
  const opened = await openSite(context.root, { locales: options.translations.map(({ locale }) => locale), articles: wanted })
  const translations: ImportedTranslation[] = []
  for (const { locale, file } of options.translations) {
    await breathe(context.signal)
    translations.push(await importTranslation({ file, locale, path: resolve(context.cwd, file) }, opened, options, context))
  }
  return translations
}

function checkUse(options: ImportOptions): void {
  const wrong = mistakeIn(options)
  if (wrong !== null) throw new Failure('usage', failures.usage(wrong, 'colophon import'))
}

function mistakeIn({ files, translations, articles, id, dryRun }: ImportOptions): string | null {
  if (files.length + translations.length === 0) return 'There is no document to import.'
  if (id !== null && files.length !== 1) return '`--id` names one article, so there must be one FILE.'
  if (translations.length === 0) return null
  if (files.length > 1) return 'With `--translation` there can be one FILE only, the original.'
  if (files.length === 1 && dryRun) return '`--dry-run` aligns translations only with an article that is there: import FILE first.'
  if (files.length === 1 || articles.length === 1) return null
  return '`--translation` needs the article that was translated: `--article ID`, or its original as FILE.'
}
