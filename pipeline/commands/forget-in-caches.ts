import type { Site } from '../model/site.ts'
import type { Step } from '../model/step.ts'
import { invalidation } from '../plan/invalidation.ts'
import type { Context } from './context.ts'

/**
 * Have the cache in front of the store forget what a release replaced or removed; nothing where the site names no cache, or no reader may have
 * anything old.
 *
 * @throws {Failure} `invalidation-failed`
 */
export async function forgetInCaches(site: Site, steps: readonly Step[], release: string, { progress }: Context): Promise<void> {
  const { cloudfront } = site.publish
  if (cloudfront === null) return
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const items = invalidation(steps, { base, tags: cloudfront.by === 'tag' })
  if (items.length === 0) return
  progress.stage(`having CloudFront forget ${items.length === 1 ? items[0] : `${items.length} paths`}`)
  const { invalidateCloudFront } = await import('../store/cloudfront.ts')
  await invalidateCloudFront({ distribution: cloudfront.distribution, items, reference: release })
}
