import type { Site } from '../model/site.ts'
import type { Store } from '../model/store.ts'
import { storeBelow } from '../store/store-below.ts'
import type { Context } from './context.ts'
import { openTarget } from './open-target.ts'
import { openToRead } from './open-to-read.ts'
import type { PublishOptions } from './options.ts'
import { previewFolder, previewSite } from './previews.ts'
import { type PublishOutcome, publishSite } from './publish-site.ts'
import { hasErrors, tellProblems } from './tell-problems.ts'

/** Check, build, plan, upload, commit. */
export async function publish(options: PublishOptions, context: Context): Promise<0 | 1> {
  const opened = await openToRead(context.root, options)
  const target = await openTarget({ to: options.to, port: 0 }, opened.site, context)
  const run = { ...options, leaseSeconds: target.leaseSeconds }
  try {
    const { site, store, more } = placeOf(opened.site, target.store, options.preview, context)
    const outcome = await publishSite({ ...opened, site }, store, { ...run, ...more }, context)
    context.progress.end()
    tellPublish(outcome, options, context, store.name)
    if (options.preview !== null) context.stderr.write(`The preview is at ${site.url}/\n`)
    return hasErrors(outcome.log.findings) ? 1 : 0
  } finally {
    await target.close()
  }
}

/** A preview has an address, a folder and an end of its own, and may drop whatever it likes. */
function placeOf(site: Site, store: Store, preview: string | null, { clock }: Context) {
  if (preview === null) return { site, store, more: {} }
  const expires = new Date(clock().getTime() + site.publish.previewDays * 86_400_000)
  return {
    site: previewSite(site, preview),
    store: storeBelow(store, previewFolder(preview)),
    more: { previewUntil: expires, deleteLimit: Number.POSITIVE_INFINITY },
  }
}

/** The result on stdout; what is wrong or held on stderr. */
export function tellPublish(
  outcome: PublishOutcome,
  { json, dryRun }: Pick<PublishOptions, 'json' | 'dryRun'>,
  context: Context,
  where: string,
): void {
  const { published, log, refused, steps } = outcome
  tellProblems(log, context)
  if (published.pinned !== undefined) context.stderr.write(pinnedText(published.pinned))
  if (json) {
    context.stdout.write(`${JSON.stringify(published, null, 2)}\n`)
    return
  }
  if (dryRun) for (const { kind, key } of steps) if (kind !== 'keep') context.stdout.write(`${kind} ${key}\n`)
  context.stdout.write(`${summary(outcome, dryRun, where)}\n`)
  if (refused !== null) context.stderr.write(`Nothing was published: ${refusals[refused]}.\n`)
}

const refusals: Readonly<Record<NonNullable<PublishOutcome['refused']>, string>> = {
  strict: '--strict, and there are errors',
  pages: 'pages that show no article have errors, and cannot be held back by themselves',
}

function pinnedText(release: string): string {
  return `Nothing was published: a rollback pinned release ${release}. \`colophon publish --unpin\` lets go of it.\n`
}

function summary(
  { published: { release, put, deleted, kept, bytes, seconds }, refused }: PublishOutcome,
  dryRun: boolean,
  where: string,
): string {
  const counts = `${put.length} put (${(bytes / 1024).toFixed(0)} KiB), ${deleted.length} deleted, ${kept} kept`
  if (dryRun) return `Plan for ${where}: ${counts}.`
  const changed = refused === null && put.length + deleted.length > 0
  return `${changed ? 'Published' : 'Unchanged:'} release ${release ?? 'none'} in ${where}: ${counts}, ${seconds.toFixed(1)} s.`
}
