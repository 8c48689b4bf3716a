import type { _Error } from '@aws-sdk/client-s3'
import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import { conditionFailed } from './condition.ts'

/** What was asked of S3; for people. */
export interface S3Call {
  readonly verb: 'read' | 'written' | 'deleted' | 'listed'
  readonly bucket: string
  /** Null for the bucket as a whole, or for many. */
  readonly key: Key | null
  readonly endpoint: string | null
}

/** What an error of the AWS SDK means. Never repeats what the server says of a refusal: it may quote the request, and the request holds secrets. */
export function s3Failure(error: unknown, call: S3Call): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error
  const status = statusOf(error)
  const code = error.name
  if (call.key !== null && (status === 412 || code === 'NoSuchKey' || code === 'ConditionalRequestConflict'))
    return conditionFailed(call.key)
  if (code === 'NoSuchBucket') return bucketMissing(call)
  if (/Credentials|TokenProvider/.test(code)) return credentialsMissing(call)
  if (
    status === 301 ||
    /^Region (?:is missing|not accepted)/.test(error.message) ||
    code === 'PermanentRedirect' ||
    code === 'AuthorizationHeaderMalformed'
  )
    return wrongRegion(call)
  if (code === 'RequestTimeTooSkewed') return wrongClock(call)
  if (status === 401 || status === 403 || /^(?:Expired|Invalid)Token$/.test(code)) return denied(call, status, code)
  if (status === null) return unreachable(error, call)
  return refused(error, call, status)
}

/** What DeleteObjects answered of some keys. */
export function notDeleted(bucket: string, errors: readonly _Error[]): Failure {
  const first = errors.slice(0, 5).map(({ Key, Code }) => `\`${Key}\` (${Code})`)
  return new Failure('delete-failed', {
    exit: 3,
    what: `${errors.length} objects in the bucket \`${bucket}\` could not be deleted.`,
    why: `${first.join(', ')}${errors.length > first.length ? ', …' : ''}`,
    next: 'Grant s3:DeleteObject on the objects, then run the command again.',
  })
}

function where({ verb, bucket, key, endpoint }: S3Call): string {
  // Objects are deleted many at a time, buckets never.
  const some = verb === 'deleted' ? `Objects in the bucket \`${bucket}\`` : `The bucket \`${bucket}\``
  const object = key === null ? some : `\`${key}\` in the bucket \`${bucket}\``
  return endpoint === null ? object : `${object} at ${endpoint}`
}

function bucketMissing(call: S3Call): Failure {
  return new Failure('store-bucket-missing', {
    exit: 3,
    what: `There is no bucket \`${call.bucket}\`${call.endpoint === null ? '' : ` at ${call.endpoint}`}.`,
    next: 'Create it, or name another one in S3_BUCKET, --to or publish.to.',
  })
}

function credentialsMissing(call: S3Call): Failure {
  return new Failure('store-credentials-missing', {
    exit: 3,
    what: `${where(call)} could not be ${call.verb}: no credentials were found.`,
    next: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or the role of this machine or workflow.',
  })
}

function wrongRegion(call: S3Call): Failure {
  return new Failure('store-region', {
    exit: 3,
    what: `${where(call)} could not be ${call.verb}: it lies in another region, or none is set.`,
    next: "Set AWS_REGION or publish.region to the bucket's region.",
  })
}

function wrongClock(call: S3Call): Failure {
  return new Failure('store-clock', {
    exit: 3,
    what: `${where(call)} could not be ${call.verb}: this machine's clock differs too much from the server's.`,
    next: 'Set the clock, then run the command again.',
  })
}

function denied(call: S3Call, status: number | null, code: string): Failure {
  const mistaken = ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken'].includes(code)
  return new Failure('store-denied', {
    exit: 3,
    what: `${where(call)} may not be ${call.verb} with these credentials (status ${status}, ${code}).`,
    why: mistaken
      ? 'The server does not know the access key, the secret does not fit it, or they are no longer valid.'
      : 'The credentials lack a permission.',
    next: mistaken
      ? 'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in use.'
      : 'Grant s3:GetObject, s3:PutObject and s3:DeleteObject on the objects, and s3:ListBucket on the bucket (without it a missing object looks forbidden).',
  })
}

function unreachable(error: Error, call: S3Call): Failure {
  const reason = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return new Failure(
    'store-unreachable',
    {
      exit: 3,
      what: `${where(call)} could not be ${call.verb}: no answer came.`,
      why: `The connection failed with ${reason}.`,
      next: 'Check the network and the endpoint (AWS_ENDPOINT_URL_S3, publish.endpoint), then run the command again.',
    },
    { cause: error },
  )
}

function refused(error: Error, call: S3Call, status: number): Failure {
  return new Failure('store-refused', {
    exit: 3,
    what: `${where(call)} could not be ${call.verb} (status ${status}, ${error.name}).`,
    why: `The server said: ${withoutSecrets(error.message).slice(0, 300)}`,
    next:
      status >= 500 && status !== 507
        ? 'Run the command again; what was done stays done.'
        : 'Check what the server says, then run the command again.',
  })
}

/** What could be a key, a signature or a token is left out: AWS's shortest secret has 16 letters. */
function withoutSecrets(text: string): string {
  return text.replace(/[\w+/=.-]{16,}/g, '…')
}

function statusOf(error: Error): number | null {
  if (!('$metadata' in error)) return null
  const metadata = error.$metadata as { readonly httpStatusCode?: number }
  return metadata.httpStatusCode ?? null
}
