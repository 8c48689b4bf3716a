import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { Credentials } from './credentials.ts'

export interface S3Location {
  readonly bucket: string
  /** Without slashes around it; empty for the whole bucket. */
  readonly prefix: string
  /** Of a server that isn't AWS. */
  readonly endpoint: string | null
  readonly region: string | null
  /** Null: wherever the SDK finds them. */
  readonly credentials: Credentials | null
}

export function clientConfig({ endpoint, region, credentials }: S3Location): S3ClientConfig {
  const place = region ?? (endpoint === null ? null : 'us-east-1')
  return {
    // A quarter less CPU for each request than building the same chain of handlers again.
    cacheMiddleware: true,
    // "Slow down", a server's own mistakes and lost connections are tried again after 0.1 s and longer, at random; a 4xx that is ours never is.
    maxAttempts: 6,
    // A clock that is wrong is told, not helped out: what comes out at which time hangs on it.
    disableClockSkewCorrection: true,
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
    // The endpoint says it all: AWS's variants of its own (AWS_USE_FIPS_ENDPOINT and the like) would be refused beside it.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true, useFipsEndpoint: false, useDualstackEndpoint: false }),
    ...(place === null ? {} : { region: place }),
    ...(credentials === null ? {} : { credentials }),
  }
}
