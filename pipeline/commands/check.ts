import { comparesSite } from '../check/active-rules.ts'
import { countWords } from '../check/count-words.ts'
import { type Format, reportAs } from '../check/report/formats.ts'
import { saidInSite } from '../check/said-in-site.ts'
import { sortFindings } from '../check/sort-findings.ts'
import { summarise } from '../check/summary.ts'
import type { Finding } from '../model/finding.ts'
import { nothingPublished } from '../model/manifest.ts'
import { readSource } from '../read/read-source.ts'
import { addresses } from '../render/addresses.ts'
import { breathe } from './breathe.ts'
import { type Chosen, chooseFiles } from './choose-files.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { type Decision, decideEditions } from './decide-editions.ts'
import { duplicateAddress, type TakenAddresses } from './duplicate-address.ts'
import { gatherClaims } from './gather-claims.ts'
import { unsaidWords } from './missing-words.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { openSite } from './open-site.ts'
import type { CheckOptions } from './options.ts'
import { localesUsed, type Prepared, prepareArticle } from './prepare-article.ts'
import { invalidSlug } from './slug-place.ts'
import { unusedCatalogs } from './unused-catalogs.ts'

/** Run all rules over articles and catalogs. */
export async function check(options: CheckOptions, context: Context): Promise<0 | 1> {
  const room = await openNewsroom(context, await openSite(context.root, options), nothingPublished)
  const checked = await checkSite(room, chooseFiles(options.files, room, context), context)
  context.progress.end()
  const findings = sortFindings(checked.findings)
  const format: Format = options.json ? 'json' : options.format
  const report = reportAs(format, context.stdout.colour)
  context.stdout.write(report(findings, summarise(findings, checked.files, checked.words), (file) => textOf(context.root, file)))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

interface Checked {
  readonly findings: Finding[]
  /** Articles and catalogs that were read. */
  files: number
  words: number
  readonly taken: TakenAddresses
}

async function checkSite(room: Newsroom, chosen: Chosen, { signal, progress }: Context): Promise<Checked> {
  progress.stage(`checking ${counted(chosen.articles.size, 'article')}`)
  const checked: Checked = {
    findings: [...room.findings, ...unsaidWords(room)].filter(chosen.counts),
    files: 0,
    words: 0,
    taken: new Map(),
  }
  await room.knowledge.of(room.site.locales.map(({ tag }) => tag))
  const said = comparesSite(room.site.rules) ? saidInSite(await gatherClaims(room, signal)) : undefined
  for (const { id } of room.files.articles) {
    if (!chosen.articles.has(id)) continue
    await breathe(signal)
    checkOne(await prepareArticle(room, id, 'all', said), room, chosen, checked)
  }
  checked.findings.push(...room.knowledge.findings.filter(chosen.counts))
  return checked
}

function checkOne(prepared: Prepared, room: Newsroom, chosen: Chosen, checked: Checked): void {
  const { id, article, editions, findings } = prepared
  checked.files++
  if (article === null) {
    checked.findings.push(...findings)
    return
  }
  const catalogs = [...(room.catalogs.get(id)?.values() ?? [])]
  const translations = [...editions.values()].filter(({ catalog, locale }) => catalog !== null && chosen.locales.has(locale))
  const ofSite = [
    ...unusedCatalogs(article, catalogs, localesUsed(room.site, article)),
    ...translations.flatMap(invalidSlug),
    ...duplicateAddresses(decideEditions(room, prepared), room, checked.taken),
  ]
  checked.findings.push(...[...findings, ...ofSite].filter(chosen.counts))
  checked.files += catalogs.filter(({ locale }) => chosen.locales.has(locale) && article.meta.translate.includes(locale)).length
  checked.words += countWords(article, translations)
}

/** Of the editions that readers would get. */
function duplicateAddresses({ shown }: Decision, { site }: Newsroom, taken: TakenAddresses): Finding[] {
  const to = addresses(site)
  return [...shown.values()].flatMap((edition) => duplicateAddress(edition, to, taken) ?? [])
}

function textOf(root: string, file: string): string | null {
  const read = readSource(root, file)
  return read.kind === 'read' ? read.source.text : null
}
