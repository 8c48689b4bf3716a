import { emptyLog } from './build-log.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import type { Decided } from './editorial.ts'
import { openNewsroom } from './newsroom.ts'
import { openToRead } from './open-to-read.ts'
import { nothingBefore } from './pointer-artifacts.ts'
import { openPress } from './press.ts'
import { siteArtifacts } from './site-artifacts.ts'
import { type CheckedPages, SiteInspection } from './site-inspection.ts'

/**
 * Build the whole site in memory, as a first publish would, and check its pages as readers, search engines and feed readers get them: each by itself
 * while it is made, and what they say of each other at the end. No page is kept.
 *
 * @throws {Failure} of templates and of the disk
 */
export async function checkPages(context: Context): Promise<CheckedPages> {
  const room = await openNewsroom(context, await openToRead(context.root, { locales: [], articles: [] }))
  const press = await openPress(room)
  const inspection = new SiteInspection(press)
  context.progress.stage(`checking the pages of ${counted(room.files.articles.length, 'article')}`)
  const options = { level: 'errors', ledger: null, published: nothingBefore, signal: context.signal } as const
  const onDecided = (decided: Decided) => inspection.decided(decided)
  for await (const artifact of siteArtifacts(press, emptyLog(), { ...options, inspection, onDecided })) await inspection.other(artifact)
  return await inspection.end()
}
