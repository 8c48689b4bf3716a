import { loadSite } from '../config/load-site.ts'
import type { Site } from '../model/site.ts'
import { countingStore } from '../upload/counting-store.ts'
import type { Context } from './context.ts'
import { openTarget } from './open-target.ts'
import { startWriting, type Writing } from './start-writing.ts'

/** What a site has published, without the site itself: its articles are not read. */
export interface OpenPublished {
  readonly site: Site
  readonly store: ReturnType<typeof countingStore>
  /** Take the store's lease for as long as the work takes. */
  writing<Result>(wait: boolean, work: (writing: Writing) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** @throws {Failure} those of `loadSite` and `openTarget` */
export async function openPublished(to: string | null, context: Context): Promise<OpenPublished> {
  const site = await loadSite(context.root)
  const target = await openTarget({ to, port: 0 }, site, context)
  const store = countingStore(target.store)
  return {
    site,
    store,
    async writing(wait, work) {
      const writing = await startWriting(store, { wait, seconds: target.leaseSeconds, context })
      try {
        return await work(writing)
      } finally {
        await writing.end()
      }
    },
    close: () => target.close(),
  }
}
