import { countWords } from '../check/count-words.ts'
import { counts } from '../merge/edition.ts'
import { publication } from '../merge/publication.ts'
import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { nothingPublished } from '../model/manifest.ts'
import type { Incomplete } from '../model/site.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { findingLine } from './finding-line.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { openSite } from './open-site.ts'
import type { StatusOptions } from './options.ts'
import { type Prepared, prepareArticle } from './prepare-article.ts'
import { type ArticleStatus, emptyCounts, type LocaleStatus, type StatusReport } from './status-report.ts'
import { statusText } from './status-text.ts'

/** Say what is translated, outdated and missing. Incomplete translations are normal, and 0; an article or catalog that can't be read is 1. */
export async function status(options: StatusOptions, context: Context): Promise<0 | 1> {
  const room = await openNewsroom(context.root, await openSite(context.root, options), nothingPublished)
  const { report, findings } = await statusOf(room, context)
  context.progress.end()
  for (const finding of findings) context.stderr.write(findingLine(finding))
  context.stdout.write(statusText(report, options.json ? 'json' : options.format, context.stdout.colour))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** What is known of a locale so far. */
interface Tally {
  words: number
  readonly articles: Map<ArticleId, ArticleStatus>
  readonly incomplete: Incomplete
}

async function statusOf(room: Newsroom, { signal, progress }: Context): Promise<{ report: StatusReport; findings: Finding[] }> {
  const { site, wanted, files } = room
  progress.stage(`reading ${counted(wanted.articles.size, 'article')}`)
  const settings = site.locales.filter(({ tag }) => wanted.locales.has(tag))
  const tallies = new Map(settings.map(({ tag, incomplete }): [Locale, Tally] => [tag, { words: 0, articles: new Map(), incomplete }]))
  const findings = files.findings.filter(({ severity }) => severity === 'error')
  for (const { id } of files.articles) {
    if (!wanted.articles.has(id)) continue
    await breathe(signal)
    const prepared = await prepareArticle(room, id, 'none')
    findings.push(
      ...prepared.findings.filter(({ severity, locale }) => severity === 'error' && (locale === undefined || wanted.locales.has(locale))),
    )
    for (const locale of prepared.article?.meta.translate ?? []) addEdition(locale, prepared, tallies.get(locale))
  }
  const locales = Object.fromEntries([...tallies].map(([tag, tally]) => [tag, localeStatus(tally)]))
  return { report: { locales }, findings }
}

/** A translation whose catalog can't be read counts as missing. */
function addEdition(locale: Locale, { article, editions }: Prepared, tally: Tally | undefined): void {
  if (tally === undefined || article === null) return
  const edition = editions.get(locale)
  const count = emptyCounts()
  for (const [index, unit] of article.units.entries()) {
    const origin = edition?.words[index]?.origin ?? 'missing'
    if (!counts(unit) || origin === 'source') continue
    count.units++
    count[origin]++
  }
  const published = edition === undefined || article.meta.draft ? 'held' : publication(edition, tally.incomplete, false)
  tally.words += countWords(article, [])
  tally.articles.set(article.id, { ...count, published })
}

function localeStatus({ words, articles }: Tally): LocaleStatus {
  const sum = emptyCounts()
  for (const article of articles.values()) {
    for (const name of ['units', 'translated', 'outdated', 'missing'] as const) sum[name] += article[name]
  }
  return { ...sum, words, articles: Object.fromEntries(articles) }
}
