import { Failure } from '../model/failure.ts'
import { directoryStore } from '../store/directory-store.ts'
import type { Context } from './context.ts'
import { openSite } from './open-site.ts'
import { embeddedFolder, embeddedLease } from './open-target.ts'
import { openToRead } from './open-to-read.ts'
import type { ServeOptions } from './options.ts'
import { tellPublish } from './publish.ts'
import { publishSite } from './publish-site.ts'
import { watchSite } from './watch-site.ts'
import { openWebsite, waitAt } from './website.ts'

/** Show the site on localhost and build it again as its files change. Nothing leaves this machine. */
export async function serve(options: ServeOptions, context: Context): Promise<0 | 1> {
  const store = directoryStore(embeddedFolder(context.root))
  const { site } = await openSite(context.root, options)
  const website = await openWebsite({ store, url: null }, site, options.port)
  try {
    await rebuild()
    const stop = watchSite(context.root, rebuildQuietly, context)
    try {
      await waitAt(website, options, context)
    } finally {
      stop()
    }
    return 0
  } finally {
    await website.close()
    await store.close()
  }

  async function rebuild(): Promise<void> {
    const opened = await openToRead(context.root, options)
    // Whatever another branch had more of goes: it is this machine's own copy.
    const run = {
      // Who works on a template wants to see it, whatever is wrong with it still.
      ...{ dryRun: false, strict: false, check: true, pages: false, full: false, leaseSeconds: embeddedLease },
      ...{ deleteLimit: Number.POSITIVE_INFINITY, deletions: 'immediate' as const },
    }
    const outcome = await publishSite(opened, store, run, context)
    context.progress.end()
    tellPublish(outcome, { json: options.json, dryRun: false }, context, store.name)
  }

  /** A mistake in a file that is being written is told, and the last good pages stay. */
  async function rebuildQuietly(): Promise<void> {
    try {
      await rebuild()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      context.progress.end()
      context.stderr.write(`${error.text.what}${error.text.why === undefined ? '' : ` ${error.text.why}`}\n${error.text.next}\n`)
    }
  }
}
