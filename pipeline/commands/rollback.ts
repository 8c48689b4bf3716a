import { readManifest } from '../upload/read-manifest.ts'
import { readRelease, restoreRelease } from '../upload/restore-release.ts'
import type { Context } from './context.ts'
import { forgetInCaches } from './forget-in-caches.ts'
import { openPublished } from './open-published.ts'
import type { RollbackOptions } from './options.ts'
import { generator } from './start-writing.ts'
import { tellUndeleted } from './tell-undeleted.ts'

/** Publish an older release again, and pin the site to it. */
export async function rollback({ to, release: wanted, wait, json }: RollbackOptions, context: Context): Promise<0> {
  const begin = context.clock()
  const opened = await openPublished(to, context)
  try {
    context.progress.stage(`reading release ${wanted} in ${opened.store.name}`)
    const { manifest } = await readRelease(opened.store, wanted)
    const { steps, release, put, deleted, removed, undeleted, kept } = await opened.writing(wait, async (writing) => {
      const published = await readManifest(writing.store)
      context.progress.stage(`restoring release ${wanted}`)
      return await restoreRelease(manifest, {
        ...writing,
        published,
        release: { time: begin, generator },
        signal: context.signal,
      })
    })
    if (release !== null) await forgetInCaches(opened.site, { steps, removed, reference: release }, context)
    tellUndeleted(undeleted, context)
    context.progress.end()
    const seconds = (context.clock().getTime() - begin.getTime()) / 1000
    const told = { release, restored: wanted, put, deleted, kept, requests: opened.store.requests, seconds }
    const words = `Release ${wanted} is restored in ${opened.store.name}, as ${release}: ${put.length} put, ${deleted.length} deleted, ${kept} kept, ${seconds.toFixed(1)} s.\nIt stays until \`colophon publish --unpin\`.\n`
    context.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : words)
    return 0
  } finally {
    await opened.close()
  }
}
