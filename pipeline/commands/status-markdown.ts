import type { ArticleStatus, Counts, LocaleStatus, StatusReport } from '../model/status-report.ts'
import { dayOf } from './age.ts'
import { counted } from './counted.ts'

/** For a comment on a pull request: the sums in sight, each locale's articles folded away. */
export function statusMarkdown({ locales, held }: StatusReport): string {
  const all = Object.entries<LocaleStatus>(locales)
  const sums = all.map(([tag, locale]) => [tag, ...figures(locale), locale.words, since(locale.oldestOutdated)])
  const parts = [
    table(['locale', 'units', 'translated', 'outdated', 'missing', 'words', 'outdated since'], sums),
    ...all.filter(([, { articles }]) => Object.keys(articles).length > 0).map(([tag, locale]) => details(tag, locale)),
  ]
  if (held.length > 0) {
    const rows = held.map(({ article, locale, why }) => [locale, code(article), escaped(why)])
    parts.push(folded(`Held back: ${counted(held.length, 'edition')}`, table(['locale', 'article', 'why'], rows)))
  }
  return parts.join('\n')
}

function details(tag: string, locale: LocaleStatus): string {
  const articles = Object.entries<ArticleStatus>(locale.articles)
  const rows = articles.map(([id, article]) => {
    const name = link(id, article.catalog ?? article.file)
    return [
      article.correction ? `${name} **correction**` : name,
      ...figures(article),
      article.published,
      since(article.oldestOutdated),
      article.translators.map(escaped).join(', '),
    ]
  })
  const unfinished = articles.filter(([, { translated, units }]) => translated < units).length
  const summary = `${tag}: ${unfinished === 0 ? 'all' : counted(unfinished, 'article')} ${unfinished === 0 ? 'complete' : 'to do'}`
  const names = locale.translators.map(({ name, articles: of, ...counts }) => [
    escaped(name),
    of,
    ...figures(counts),
    counts.translatedWords,
  ])
  return folded(
    summary,
    [
      table(['article', 'units', 'translated', 'outdated', 'missing', 'published', 'outdated since', 'translators'], rows),
      ...(names.length === 0
        ? []
        : [table(['translator', 'articles', 'units', 'translated', 'outdated', 'missing', 'words translated'], names)]),
    ].join('\n'),
  )
}

function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n</details>\n`
}

type Cell = string | number

function figures({ units, translated, outdated, missing }: Counts): number[] {
  return [units, translated, outdated, missing]
}

/** Columns that hold numbers alone stand to the right. */
function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const rule = head.map((_, column) => (rows.every((row) => typeof row[column] === 'number') ? '--:' : '---'))
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |\n`
  return `${line(head)}|${rule.join('|')}|\n${rows.map(line).join('')}`
}

function since(time: string | null): string {
  return time === null ? '' : dayOf(time)
}

function link(text: string, path: string): string {
  return `[${escaped(text)}](${encodeURI(path).replace(/[()?#|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}

/** Names are text: they may hold no Markdown, and mention nobody. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#~!]/g, '\\$&').replaceAll('@', '@\u200B')
}
