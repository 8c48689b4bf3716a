import { styleText } from 'node:util'
import type { ArticleStatus, Counts, LocaleStatus, StatusReport } from '../model/status-report.ts'
import { ageOf, dayOf } from './age.ts'
import { counted } from './counted.ts'
import type { Newsroom } from './newsroom.ts'
import type { StatusFormat } from './options.ts'

export interface Showing {
  readonly room: Pick<Newsroom, 'root' | 'site' | 'words' | 'now'>
  /** For `pretty` alone. */
  readonly colour: boolean
}

/** The report as it goes to stdout. */
export async function statusText(report: StatusReport, format: StatusFormat, { room, colour }: Showing): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'markdown':
      return (await import('./status-markdown.ts')).statusMarkdown(report)
    case 'html':
      return await (await import('./status-page.ts')).statusPage(report, room)
    case 'pretty':
      return pretty(report, room.now, (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text))
  }
}

type Style = (style: 'bold' | 'green' | 'yellow' | 'red' | 'dim', text: string) => string

function pretty({ locales, held }: StatusReport, now: Date, style: Style): string {
  const parts = Object.entries<LocaleStatus>(locales).map(([tag, locale]) => {
    const articles = Object.entries<ArticleStatus>(locale.articles)
    const width = Math.max(0, ...articles.map(([id]) => id.length))
    const lines = articles.map(([id, article]) => `  ${id.padEnd(width)}  ${percent(article)}  ${stateOf(article, now, style)}\n`)
    const names = locale.translators.map(
      ({ name, articles: of, ...words }) => `  ${style('dim', 'by')} ${name}: ${wordsOf(words)} in ${counted(of, 'article')}\n`,
    )
    const head = `${style('bold', tag)}  ${locale.translated} of ${locale.units} units translated, ${locale.outdated} outdated, ${locale.missing} missing; ${wordsOf(locale)} in ${counted(articles.length, 'article')}\n`
    return head + lines.join('') + names.join('')
  })
  if (held.length > 0) {
    const lines = held.map(({ article, locale, why }) => `  ${locale}  ${article}: ${why}\n`)
    parts.push(`${style('bold', 'Held back')}\n${lines.join('')}`)
  }
  return parts.join('\n')
}

function stateOf(article: ArticleStatus, now: Date, style: Style): string {
  const { published, correction, oldestOutdated, outdated, missing } = article
  const since = oldestOutdated === null ? '' : ` since ${dayOf(oldestOutdated)} (${ageOf(oldestOutdated, now)})`
  const parts = [outdated > 0 ? `${outdated} outdated${since}` : '', missing > 0 ? `${missing} missing` : ''].filter((part) => part !== '')
  return [
    published === 'complete' ? style('green', published) : style('yellow', published),
    ...(correction ? [style('red', 'correction waits')] : []),
    ...(parts.length > 0 ? [style('dim', parts.join(', '))] : []),
  ].join('  ')
}

function wordsOf({ words, translatedWords, outdatedWords }: Counts): string {
  const outdated = outdatedWords > 0 ? ` (${outdatedWords} outdated)` : ''
  return `${translatedWords} of ${counted(words, 'word')}${outdated}`
}

/** Rounded down: 100% is complete. */
function percent({ units, translated }: Counts): string {
  return `${units === 0 ? 100 : Math.floor((100 * translated) / units)}%`.padStart(4)
}
