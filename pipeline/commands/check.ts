import { type Format, reportAs } from '../check/report/formats.ts'
import type { Sources } from '../check/report/report.ts'
import { sortFindings } from '../check/sort-findings.ts'
import { summarise } from '../check/summary.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import { readSource } from '../read/read-source.ts'
import { judgeByBaseline } from './baseline.ts'
import { boundMemory } from './bound-memory.ts'
import { checkSite } from './check-site.ts'
import { type Chosen, chooseFiles } from './choose-files.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import { mend } from './mend.ts'
import { openNewsroom } from './newsroom.ts'
import { openToRead } from './open-to-read.ts'
import type { CheckOptions } from './options.ts'

/** Run all rules over articles and catalogs. */
export async function check(options: CheckOptions, context: Context): Promise<0 | 1> {
  const whole = options.files.length + options.locales.length + options.articles.length === 0
  refuse(options, whole)
  boundMemory()
  const room = await openNewsroom(context, await openToRead(context.root, options))
  const chosen = chooseFiles(options.files, room, context)
  const run = async () => await checkSite(room, chosen, context)
  const mended = options.fix ? await mend(run, context) : null
  if (mended !== null && mended.fixed > 0) await (await import('./outdated-by-mending.ts')).tellOutdated(room, mended.before, context)
  const checked = mended?.checked ?? (await run())
  const pages = options.pages ? await (await import('./check-pages.ts')).checkPages(context) : null
  context.progress.end()
  const all = sortFindings([...checked.findings, ...freshOnPages(pages?.findings ?? [], checked.findings, chosen)])
  const sources = sourcesIn(context.root, all)
  const judged = options.baseline === null ? null : judgeByBaseline(all, { ...options, file: options.baseline, sources, whole }, context)
  const findings = judged?.fresh ?? all
  const format: Format = options.json ? 'json' : options.format
  const summary = {
    ...summarise(findings, checked.files, checked.words),
    ...(pages !== null && { pages: pages.pages }),
    ...(mended !== null && { fixed: mended.fixed }),
    ...(judged !== null && { baseline: judged.summary }),
  }
  const report = await reportAs(format, context.stdout.colour)
  context.stdout.write(report(findings, summary, sources))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** What pages show of mistakes that the rules have found in the text already is told once, where it was found first. */
function freshOnPages(onPages: readonly Finding[], inTexts: readonly Finding[], chosen: Chosen): Finding[] {
  const told = new Set(inTexts.map(placeOf))
  const isChosen = ({ article }: Finding) => article === undefined || chosen.articles.has(article)
  return onPages.filter((finding) => chosen.counts(finding) && isChosen(finding) && !told.has(placeOf(finding)))
}

function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`
}

function refuse({ baseline, updateBaseline }: CheckOptions, whole: boolean): void {
  const wrong = (what: string) => new Failure('usage', failures.usage(what, 'colophon check'))
  if (updateBaseline && baseline === null) throw wrong('--update-baseline needs to know which: --baseline FILE.')
  if (updateBaseline && !whole) throw wrong('--update-baseline is for the whole site: name no files, --locale or --article.')
}

/** Read anew for each file: what was mended meanwhile counts. What is passed over (links, files of credentials) is named, and never shown: logs are read by many. */
function sourcesIn(root: string, findings: readonly Finding[]): Sources {
  const passedOver = new Set(findings.flatMap(({ rule, file }) => (rule === 'ignored-file' ? [file] : [])))
  return (file) => {
    if (passedOver.has(file)) return null
    const read = readSource(root, file)
    return read.kind === 'read' ? read.source.text : null
  }
}
