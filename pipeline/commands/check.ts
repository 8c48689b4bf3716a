import { locateInMessage } from '../catalog/locate-in-message.ts'
import { checkArticle } from '../check/check-article.ts'
import { countWords } from '../check/count-words.ts'
import { type Format, reportAs } from '../check/report/formats.ts'
import { sortFindings } from '../check/sort-findings.ts'
import { summarise } from '../check/summary.ts'
import { siteWords } from '../merge/site-words.ts'
import type { Article } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { readInterfaceWords } from '../read/interface-words.ts'
import { readSource } from '../read/read-source.ts'
import { type Chosen, chooseFiles } from './choose-files.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { knownRules } from './known-rules.ts'
import { loadArticle } from './load-article.ts'
import { catalogsOf, type EditionLoader, loadEditions } from './load-editions.ts'
import { type OpenSite, openSite } from './open-site.ts'
import type { CheckOptions } from './options.ts'
import { unusedCatalogs } from './unused-catalogs.ts'

/** Run all rules over articles and catalogs. */
export async function check(options: CheckOptions, context: Context): Promise<0 | 1> {
  const opened = await openSite(context.root, options)
  knownRules(opened.site)
  const chosen = chooseFiles(options.files, opened, context)
  const checked = await checkSite(opened, chosen, context)
  const findings = sortFindings(checked.findings)
  const format: Format = options.json ? 'json' : options.format
  const report = reportAs(format, context.stdout.colour)
  context.stdout.write(report(findings, summarise(findings, checked.files, checked.words), (file) => textOf(context.root, file)))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

interface Checked {
  readonly findings: Finding[]
  files: number
  words: number
}

async function checkSite(opened: OpenSite, chosen: Chosen, context: Context): Promise<Checked> {
  const { site, files, wanted } = opened
  const { root, signal, progress } = context
  const articles = files.articles.filter(({ id }) => chosen.articles.has(id))
  progress.stage(`checking ${counted(articles.length, 'article')}`)
  const loader: EditionLoader = { root, site, catalogs: catalogsOf(files), words: await siteWords(site, new Map()) }
  const words = readInterfaceWords(root, wanted.locales)
  const checked: Checked = {
    findings: [...files.findings, ...words.findings].filter(({ file }) => chosen.counts(file)),
    files: 0,
    words: 0,
  }
  for (const file of articles) {
    signal.throwIfAborted()
    const read = loadArticle(root, file, site)
    checked.files++
    if (read.kind === 'broken') checked.findings.push(...read.findings)
    else await checkOne(read.article, { loader, chosen, checked })
  }
  return checked
}

interface Run {
  readonly loader: EditionLoader
  readonly chosen: Chosen
  readonly checked: Checked
}

async function checkOne(article: Article, { loader, chosen, checked }: Run): Promise<void> {
  const { editions, findings } = await loadEditions(article, chosen.locales, loader)
  const ofRules = checkArticle({ article, editions, rules: loader.site.rules, locate: locateInMessage })
  const ofFiles = [...article.findings, ...findings, ...unusedCatalogs(article, loader.catalogs(article.id))]
  const isWanted = ({ file, locale }: Finding): boolean => chosen.counts(file) && (locale === undefined || chosen.locales.has(locale))
  checked.findings.push(...[...ofFiles, ...ofRules].filter(isWanted))
  const read: readonly Edition[] = editions.filter(({ catalog }) => catalog !== null)
  checked.files += read.length + findings.length
  checked.words += countWords(article, read)
}

function textOf(root: string, file: string): string | null {
  const read = readSource(root, file)
  return read.kind === 'read' ? read.source.text : null
}
