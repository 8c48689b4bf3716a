import type { Key } from '../model/artifact.ts'
import type { Site } from '../model/site.ts'
import type { Step } from '../model/step.ts'
import { invalidation } from '../plan/invalidation.ts'
import type { Context } from './context.ts'

export interface Forgetting {
  readonly steps: readonly Step[]
  /** Objects of earlier releases that went now. */
  readonly removed: readonly Key[]
  /** Of what is told to be forgotten: no two have the same. */
  readonly reference: string
}

/**
 * Have the cache in front of the store forget what a release replaced or removed; nothing where the site names no cache, or no reader may have
 * anything old.
 *
 * @throws {Failure} `invalidation-failed`
 */
export async function forgetInCaches(site: Site, { steps, removed, reference }: Forgetting, { progress }: Context): Promise<void> {
  const { cloudfront } = site.publish
  if (cloudfront === null) return
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const items = invalidation(steps, removed, { base, tags: cloudfront.by === 'tag' })
  if (items.length === 0) return
  progress.stage(`having CloudFront forget ${items.length === 1 ? items[0] : `${items.length} paths`}`)
  const { invalidateCloudFront } = await import('../store/cloudfront.ts')
  await invalidateCloudFront({ distribution: cloudfront.distribution, items, reference })
}
