import type { Context } from './context.ts'
import { openSite } from './open-site.ts'
import { openTarget } from './open-target.ts'
import type { StartOptions } from './options.ts'
import { tellPublish } from './publish.ts'
import { publishSite } from './publish-site.ts'
import { serveStore } from './serve-store.ts'
import { hasErrors } from './tell-problems.ts'

/** Publish, then serve what was published until told to stop. */
export async function start(options: StartOptions, context: Context): Promise<0 | 1> {
  const opened = await openSite(context.root, options)
  const target = await openTarget({ to: null, port: options.once ? 0 : options.port }, opened.site, context)
  try {
    const outcome = await publishSite(opened, target.store, { dryRun: false, strict: false, check: true }, context)
    context.progress.end()
    tellPublish(outcome, { json: options.json, dryRun: false }, context, target.store.name)
    if (!options.once) await serveStore(target, opened.site, options, context)
    return hasErrors(outcome.log.findings) ? 1 : 0
  } finally {
    await target.close()
  }
}
