import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { excerptLine } from './excerpt-line.ts'
import { findingLine } from './finding-line.ts'
import { catalogText } from './import-catalog-text.ts'
import type { Imported, ImportedArticle, ImportedTranslation } from './imported.ts'
import type { ImportOptions } from './options.ts'

/** The result on stdout: what was written, and what has no home; or one JSON document. What is left to do is for people, on stderr. */
export function tellImport(imported: Imported, { json, dryRun }: ImportOptions, { stdout, stderr }: Context): void {
  for (const article of imported.articles) stderr.write(articleNotes(article))
  for (const { file, notes } of [...imported.translations, ...imported.catalogs])
    stderr.write(notes.map((note) => `${file}: ${note}\n`).join(''))
  for (const { findings } of imported.catalogs) stderr.write(findings.map(findingLine).join(''))
  if (json) {
    stdout.write(`${JSON.stringify(imported, null, 2)}\n`)
    return
  }
  for (const { path, pictures } of imported.articles)
    stdout.write([path, ...pictures].map((name) => `${dryRun ? 'would add' : 'added'}: ${name}\n`).join(''))
  for (const translation of imported.translations) stdout.write(translationText(translation, dryRun))
  for (const catalog of imported.catalogs) stdout.write(catalogText(catalog, dryRun))
}

function articleNotes({ file, path, missing, notes }: ImportedArticle): string {
  const lines = notes.map((note) => `${file}: ${note}\n`).join('')
  if (missing.length === 0) return lines
  return `${lines}${path}: the document doesn't tell ${missing.join(', ')}. Fill in what says TODO, then remove \`draft: true\`.\n`
}

function translationText(
  { path, pairs, translated, fuzzy, kept, known, leftovers, untranslated }: ImportedTranslation,
  dryRun: boolean,
): string {
  const shown = dryRun
    ? pairs.map(({ sure, doubt, source, target }) => `${sure ? 'sure' : `unsure, ${doubt}`}:\n${excerptLine(source)}${excerptLine(target)}`)
    : []
  const figures = `${translated} translated, ${fuzzy} fuzzy, ${kept} kept as they were, ${known} known`
  return [
    ...shown,
    `${dryRun ? 'would update' : 'updated'}: ${path}: ${figures}\n`,
    ...(leftovers.length === 0
      ? []
      : [`${counted(leftovers.length, 'passage')} of the document without a place in the article:\n`, ...leftovers.map(excerptLine)]),
    ...(untranslated.length === 0
      ? []
      : [`${counted(untranslated.length, 'passage')} of the article without a text in the document:\n`, ...untranslated.map(excerptLine)]),
  ].join('')
}
