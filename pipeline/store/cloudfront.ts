import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'
import { Failure } from '../model/failure.ts'

export interface Invalidation {
  /** The id of a CloudFront distribution. */
  readonly distribution: string
  /** Paths and tags, as CloudFront takes them. */
  readonly items: readonly string[]
  /** The same one twice is one invalidation. */
  readonly reference: string
}

/**
 * Have CloudFront forget what it keeps. It takes up to a minute, which nobody waits for here.
 *
 * @throws {Failure} `invalidation-failed`; the site itself is published by then
 */
export async function invalidateCloudFront({ distribution, items, reference }: Invalidation): Promise<void> {
  // CloudFront is one service for all regions, and is signed for this one.
  const requestHandler = { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true }
  const client = new CloudFrontClient({ region: 'us-east-1', requestHandler })
  try {
    const Paths = { Quantity: items.length, Items: [...items] }
    const InvalidationBatch = { CallerReference: reference, Paths }
    await client.send(new CreateInvalidationCommand({ DistributionId: distribution, InvalidationBatch }))
  } catch (error) {
    throw invalidationFailed(error, distribution, reference)
  } finally {
    client.destroy()
  }
}

/** Says no more of the answer than its name, and keeps nothing of it: it may quote the request, and the request holds secrets. */
function invalidationFailed(error: unknown, distribution: string, reference: string): unknown {
  if (!(error instanceof Error)) return error
  return new Failure('invalidation-failed', {
    exit: 3,
    what: `Release ${reference} is published, but CloudFront's distribution ${distribution} was not told to forget older pages.`,
    why: `CloudFront answered ${error.name}.`,
    next: `Check publish.cloudfront and the right cloudfront:CreateInvalidation, then run \`aws cloudfront create-invalidation --distribution-id ${distribution} --paths '/*'\`.`,
  })
}
