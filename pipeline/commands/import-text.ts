import type { Context } from './context.ts'
import { counted } from './counted.ts'
import type { Excerpt, Imported, ImportedArticle, ImportedTranslation } from './imported.ts'
import type { ImportOptions } from './options.ts'

/** The result on stdout: what was written, and what has no home; or one JSON document. What is left to do is for people, on stderr. */
export function tellImport(imported: Imported, { json, dryRun }: ImportOptions, { stdout, stderr }: Context): void {
  for (const article of imported.articles) stderr.write(articleNotes(article))
  for (const { file, notes } of imported.translations) stderr.write(notes.map((note) => `${file}: ${note}\n`).join(''))
  if (json) {
    stdout.write(`${JSON.stringify(imported, null, 2)}\n`)
    return
  }
  for (const { path, pictures } of imported.articles)
    stdout.write([path, ...pictures].map((name) => `${dryRun ? 'would add' : 'added'}: ${name}\n`).join(''))
  for (const translation of imported.translations) stdout.write(translationText(translation, dryRun))
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
    ? pairs.map(({ sure, doubt, source, target }) => `${sure ? 'sure' : `unsure, ${doubt}`}:\n${excerpt(source)}${excerpt(target)}`)
    : []
  const figures = `${translated} translated, ${fuzzy} fuzzy, ${kept} kept as they were, ${known} known`
  return [
    ...shown,
    `${dryRun ? 'would update' : 'updated'}: ${path}: ${figures}\n`,
    ...(leftovers.length === 0
      ? []
      : [`${counted(leftovers.length, 'passage')} of the document without a place in the article:\n`, ...leftovers.map(excerpt)]),
    ...(untranslated.length === 0
      ? []
      : [`${counted(untranslated.length, 'passage')} of the article without a text in the document:\n`, ...untranslated.map(excerpt)]),
  ].join('')
}

function excerpt({ file, line, text }: Excerpt): string {
  const flat = text.replace(/\s+/g, ' ')
  const cut = [...flat].length > 90 ? `${[...flat].slice(0, 89).join('')}…` : flat
  return `  ${line === null ? file : `${file}:${line}`}: ${cut}\n`
}
