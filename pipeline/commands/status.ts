import { countWords } from '../check/count-words.ts'
import { counts } from '../merge/edition.ts'
import { publication } from '../merge/publication.ts'
import { siteWords } from '../merge/site-words.ts'
import type { ArticleId } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Incomplete } from '../model/site.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { findingLine } from './finding-line.ts'
import { loadArticle } from './load-article.ts'
import { catalogsOf, loadEditions } from './load-editions.ts'
import { type OpenSite, openSite } from './open-site.ts'
import type { StatusOptions } from './options.ts'
import { type ArticleStatus, emptyCounts, type LocaleStatus, type StatusReport } from './status-report.ts'
import { statusText } from './status-text.ts'

/** Say what is translated, outdated and missing. Incomplete translations are normal, and 0; an article or catalog that can't be read is 1. */
export async function status(options: StatusOptions, context: Context): Promise<0 | 1> {
  const opened = await openSite(context.root, options)
  const { report, findings } = await statusOf(opened, context)
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

async function statusOf(
  { site, files, wanted }: OpenSite,
  { root, signal, progress }: Context,
): Promise<{ report: StatusReport; findings: Finding[] }> {
  const articles = files.articles.filter(({ id }) => wanted.articles.has(id))
  progress.stage(`reading ${counted(articles.length, 'article')}`)
  const loader = { root, site, catalogs: catalogsOf(files), words: await siteWords(site, new Map()) }
  const settings = site.locales.filter(({ tag }) => wanted.locales.has(tag))
  const tallies = new Map(settings.map(({ tag, incomplete }): [Locale, Tally] => [tag, { words: 0, articles: new Map(), incomplete }]))
  const findings = files.findings.filter(({ severity }) => severity === 'error')
  for (const file of articles) {
    signal.throwIfAborted()
    const read = loadArticle(root, file, site)
    if (read.kind === 'broken') {
      findings.push(...read.findings)
      continue
    }
    const loaded = await loadEditions(read.article, wanted.locales, loader)
    findings.push(...loaded.findings)
    for (const edition of loaded.editions) addEdition(edition, tallies.get(edition.locale))
  }
  const locales = Object.fromEntries([...tallies].map(([tag, tally]) => [tag, localeStatus(tally)]))
  return { report: { locales }, findings }
}

function addEdition(edition: Edition, tally: Tally | undefined): void {
  if (tally === undefined) return
  const { article } = edition
  const count = emptyCounts()
  for (const [index, unit] of article.units.entries()) {
    const origin = edition.words[index]?.origin
    if (!counts(unit) || origin === undefined || origin === 'source') continue
    count.units++
    count[origin]++
  }
  tally.words += countWords(article, [])
  tally.articles.set(article.id, { ...count, published: article.meta.draft ? 'held' : publication(edition, tally.incomplete, false) })
}

function localeStatus({ words, articles }: Tally): LocaleStatus {
  const sum = emptyCounts()
  for (const article of articles.values()) {
    for (const name of ['units', 'translated', 'outdated', 'missing'] as const) sum[name] += article[name]
  }
  return { ...sum, words, articles: Object.fromEntries(articles) }
}
