import type { Context } from './context.ts'
import { openSite } from './open-site.ts'
import { openTarget } from './open-target.ts'
import type { PublishOptions } from './options.ts'
import { type PublishOutcome, publishSite } from './publish-site.ts'
import { hasErrors, tellProblems } from './tell-problems.ts'

/** Check, build, plan, upload, commit. */
export async function publish(options: PublishOptions, context: Context): Promise<0 | 1> {
  const opened = await openSite(context.root, options)
  const target = await openTarget({ to: options.to, port: 0 }, opened.site, context)
  try {
    const outcome = await publishSite(opened, target.store, { ...options, leaseSeconds: target.leaseSeconds }, context)
    context.progress.end()
    tellPublish(outcome, options, context, target.store.name)
    return hasErrors(outcome.log.findings) ? 1 : 0
  } finally {
    await target.close()
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
  if (json) {
    context.stdout.write(`${JSON.stringify(published, null, 2)}\n`)
    return
  }
  if (dryRun) for (const { kind, key } of steps) if (kind !== 'keep') context.stdout.write(`${kind} ${key}\n`)
  context.stdout.write(`${summary(outcome, dryRun, where)}\n`)
  if (refused) context.stderr.write('Nothing was published: --strict, and there are errors.\n')
}

function summary(
  { published: { release, put, deleted, kept, bytes, seconds }, refused }: PublishOutcome,
  dryRun: boolean,
  where: string,
): string {
  const counts = `${put.length} put (${(bytes / 1024).toFixed(0)} KiB), ${deleted.length} deleted, ${kept} kept`
  if (dryRun) return `Plan for ${where}: ${counts}.`
  const changed = !refused && put.length + deleted.length > 0
  return `${changed ? 'Published' : 'Unchanged:'} release ${release ?? 'none'} in ${where}: ${counts}, ${seconds.toFixed(1)} s.`
}
