import type { Left } from '../catalog/exchange/take-units.ts'
import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Place } from '../model/place.ts'
import type { Context } from './context.ts'
import { findingLine } from './finding-line.ts'
import type { ImportOptions } from './options.ts'

/** What became of an import. With `--json` it is the document on stdout. */
export interface Exchanged {
  /** Catalogs that were written. */
  readonly updated: string[]
  /** Messages that have new words now: finished ones, and fuzzy ones. */
  finished: number
  fuzzy: number
  /** Translations that didn't become their messages' words, at their place in the imported file. */
  readonly left: LeftUnit[]
  readonly findings: Finding[]
}

interface LeftUnit extends Place {
  readonly article: ArticleId
  readonly locale: Locale
  readonly why: Left['why']
  readonly source: string
  readonly target: string
}

export function tellExchange(
  result: Exchanged,
  { json }: Pick<ImportOptions, 'json'>,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): void {
  for (const finding of result.findings) stderr.write(findingLine(finding))
  if (json) {
    stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    return
  }
  for (const { file, line, column, why, article, locale, source, target } of result.left)
    stdout.write(`${file}:${line}:${column}: ${whys[why]} (${article} in ${locale}): \`${brief(source)}\`, \`${brief(target)}\`\n`)
  for (const path of result.updated) stdout.write(`updated: ${path}\n`)
  stdout.write(`${result.finished} translated, ${result.fuzzy} fuzzy, ${result.left.length} left over.\n`)
}

const whys: Readonly<Record<Left['why'], string>> = {
  changed: 'the catalog has a newer translation, this one stands in its comment',
  draft: 'the catalog has a finished translation, this draft stands in its comment',
  twice: 'the file has another translation for this text',
  unmatched: 'the article has no such text, nor a similar one without words',
}

/** What a file brings is nothing that a terminal may obey. */
function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
