import { styleText } from 'node:util'
import { counted } from './counted.ts'
import type { StatusFormat } from './options.ts'
import type { ArticleStatus, Counts, LocaleStatus, StatusReport } from './status-report.ts'

/** The report as it goes to stdout; colours are for `pretty` alone. */
export function statusText(report: StatusReport, format: StatusFormat, colour: boolean): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'markdown':
      return markdown(report)
    case 'pretty':
      return pretty(report, (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text))
  }
}

type Style = (style: 'bold' | 'green' | 'yellow' | 'dim', text: string) => string

function pretty({ locales }: StatusReport, style: Style): string {
  const parts = Object.entries<LocaleStatus>(locales).map(([tag, locale]) => {
    const articles = Object.entries<ArticleStatus>(locale.articles)
    const width = Math.max(0, ...articles.map(([id]) => id.length))
    const lines = articles.map(([id, article]) => {
      const state = article.published === 'complete' ? style('green', 'complete') : style('yellow', article.published)
      return `  ${id.padEnd(width)}  ${percent(article)}  ${state}${missingWords(article, style)}\n`
    })
    const head = `${style('bold', tag)}  ${locale.translated} of ${locale.units} units translated, ${locale.outdated} outdated, ${locale.missing} missing; ${counted(locale.words, 'word')} in ${counted(articles.length, 'article')}\n`
    return head + lines.join('')
  })
  return parts.join('\n')
}

function missingWords({ outdated, missing }: Counts, style: Style): string {
  const parts = [outdated > 0 ? `${outdated} outdated` : '', missing > 0 ? `${missing} missing` : ''].filter((part) => part !== '')
  return parts.length === 0 ? '' : `  ${style('dim', parts.join(', '))}`
}

/** Rounded down: 100% is complete. */
function percent({ units, translated }: Counts): string {
  return `${units === 0 ? 100 : Math.floor((100 * translated) / units)}%`.padStart(4)
}

function markdown({ locales }: StatusReport): string {
  const all = Object.entries<LocaleStatus>(locales)
  const head = '| locale | units | translated | outdated | missing | words |\n|---|--:|--:|--:|--:|--:|\n'
  const sums = all.map(([tag, { units, translated, outdated, missing, words }]) => row(tag, units, translated, outdated, missing, words))
  const details = all.map(([tag, locale]) => {
    const rows = Object.entries<ArticleStatus>(locale.articles).map(([id, article]) =>
      row(id, article.units, article.translated, article.outdated, article.missing, article.published),
    )
    return rows.length === 0
      ? ''
      : `\n## ${tag}\n\n| article | units | translated | outdated | missing | published |\n|---|--:|--:|--:|--:|---|\n${rows.join('')}`
  })
  return `${head}${sums.join('')}${details.join('')}`
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replace(/[\\|]/g, '\\$&')).join(' | ')} |\n`
}
