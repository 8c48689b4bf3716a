import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ArticleId } from '../model/article.ts'
import type { Order } from './check-orders.ts'
import type { OpenSite } from './open-site.ts'

/** What a thread is started with. */
export interface ThreadData {
  readonly root: string
  readonly now: Date
  readonly site: OpenSite['site']
  readonly files: OpenSite['files']
  /** Where compiled modules lie; null where they aren't kept. */
  readonly compiled: string | null
}

void answerOrders(workerData as ThreadData)

async function answerOrders({ root, now, site, files, compiled }: ThreadData): Promise<void> {
  if (compiled !== null) enableCompileCache(compiled)
  const { ArticleChecker } = await import('./article-checker.ts')
  const { answerTo } = await import('./check-orders.ts')
  const { openNewsroom } = await import('./newsroom.ts')
  const wanted = { locales: new Set(site.locales.map(({ tag }) => tag)), articles: new Set<ArticleId>(), filtered: false }
  const checker = new ArticleChecker(await openNewsroom({ root, clock: () => now }, { site, files, wanted }))
  // One after the other: an order is answered before the next one is given.
  parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answerTo(order, checker)))
}
