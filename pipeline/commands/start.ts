import type { Context } from './context.ts'
import { openTarget } from './open-target.ts'
import { openToRead } from './open-to-read.ts'
import type { StartOptions } from './options.ts'
import { tellPublish } from './publish.ts'
import { publishSite } from './publish-site.ts'
import { hasErrors } from './tell-problems.ts'
import { openWebsite, waitAt } from './website.ts'

/** Publish, then serve what was published until told to stop. The port is taken first: a publish that nobody could look at is not begun. */
export async function start(options: StartOptions, context: Context): Promise<0 | 1> {
  const opened = await openToRead(context.root, options)
  const target = await openTarget({ to: null, port: options.once ? 0 : options.port }, opened.site, context)
  try {
    const website = options.once ? null : await openWebsite(target, opened.site, options.port)
    try {
      const run = { dryRun: false, strict: false, check: true, full: false, leaseSeconds: target.leaseSeconds }
      const outcome = await publishSite(opened, target.store, run, context)
      context.progress.end()
      tellPublish(outcome, { json: options.json, dryRun: false }, context, target.store.name)
      if (website !== null) await waitAt(website, options, context)
      return hasErrors(outcome.log.findings) ? 1 : 0
    } finally {
      await website?.close()
    }
  } finally {
    await target.close()
  }
}
