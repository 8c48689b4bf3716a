import type { Finding } from '../model/finding.ts'
import type { StatusReport } from '../model/status-report.ts'
import { breathe } from './breathe.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { findingLine } from './finding-line.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { openToRead } from './open-to-read.ts'
import type { StatusOptions } from './options.ts'
import type { OutdatedSince } from './outdated-since.ts'
import { prepareArticle } from './prepare-article.ts'
import { StatusTally } from './status-tally.ts'
import { statusText } from './status-text.ts'

/** Say what is translated, outdated and missing. Incomplete translations are normal, and 0; an article or catalog that can't be read is 1. */
export async function status(options: StatusOptions, context: Context): Promise<0 | 1> {
  const room = await openNewsroom(context, await openToRead(context.root, options))
  const { report, findings } = await statusOf(room, context)
  context.progress.end()
  for (const finding of findings) context.stderr.write(findingLine(finding))
  context.stdout.write(await statusText(report, options.json ? 'json' : options.format, { room, colour: context.stdout.colour }))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

async function statusOf(room: Newsroom, { signal, progress }: Context): Promise<{ report: StatusReport; findings: Finding[] }> {
  const { wanted, files } = room
  progress.stage(`reading ${counted(wanted.articles.size, 'article')}`)
  const tally = new StatusTally(room)
  const findings = files.findings.filter(({ severity }) => severity === 'error')
  for (const { id } of files.articles) {
    if (!wanted.articles.has(id)) continue
    await breathe(signal)
    const prepared = await prepareArticle(room, id, 'none')
    findings.push(
      ...prepared.findings.filter(({ severity, locale }) => severity === 'error' && (locale === undefined || wanted.locales.has(locale))),
    )
    tally.add(prepared)
  }
  return { report: tally.report(await sinceWhen(room, tally)), findings }
}

/** Git is asked only where something is outdated. */
async function sinceWhen(room: Newsroom, { outdated }: StatusTally): Promise<OutdatedSince> {
  if (outdated.size === 0) return new Map()
  const { outdatedSince } = await import('./outdated-since.ts')
  return await outdatedSince(room, outdated)
}
