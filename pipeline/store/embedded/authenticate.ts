import { timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../credentials.ts'
import { S3Error } from './s3-error.ts'
import { type Signable, signature } from './signature.ts'

/** How far a client's clock may be off, in ms: that of AWS. */
const skew = 15 * 60_000

/** The longest life of a presigned address, in seconds: a week. */
const longestLife = 604_800

interface Claim {
  readonly accessKey: string
  readonly region: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  readonly time: string
  readonly payload: string
  /** Seconds from `time` on; null where the clock alone decides. */
  readonly life: number | null
}

/**
 * Checks who sent a request, before its body is read.
 *
 * @returns the SHA-256 that the body must have, or `UNSIGNED-PAYLOAD`
 * @throws {S3Error} where the signature isn't that of the credentials
 */
export function authenticate(request: Signable, credentials: Credentials, now: Date): string {
  const claim = request.headers['authorization'] === undefined ? claimInQuery(request) : claimInHeader(request)
  requireTime(claim, now)
  requireSignedHeaders(request, claim.signedHeaders)
  if (!equal(claim.accessKey, credentials.accessKeyId)) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
  }
  const { time, region, signedHeaders, payload } = claim
  const expected = signature(request, { secret: credentials.secretAccessKey, time, region, signedHeaders, payload })
  if (!equal(claim.signature, expected)) {
    throw new S3Error('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
  }
  return payload
}

const headerForm =
  /^AWS4-HMAC-SHA256 +Credential=([^/, ]+)\/\d{8}\/([\w-]+)\/s3\/aws4_request, *SignedHeaders=([\w;-]+), *Signature=([0-9a-f]{64})$/

function claimInHeader({ headers }: Signable): Claim {
  const authorization = String(headers['authorization'])
  const [, accessKey, region, names, signed] = headerForm.exec(authorization) ?? []
  if (accessKey === undefined || region === undefined || names === undefined || signed === undefined) {
    throw new S3Error('AuthorizationHeaderMalformed', 'Only AWS Signature Version 4 for s3 is understood.')
  }
  const payload = headers['x-amz-content-sha256']
  if (typeof payload !== 'string') throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  const time = String(headers['x-amz-date'] ?? '')
  return { accessKey, region, signedHeaders: names.split(';'), signature: signed, time, payload, life: null }
}

function claimInQuery({ target: { query } }: Signable): Claim {
  const [, accessKey, region] = /^([^/]+)\/\d{8}\/([\w-]+)\/s3\/aws4_request$/.exec(query.get('X-Amz-Credential') ?? '') ?? []
  const life = Number(query.get('X-Amz-Expires') ?? Number.NaN)
  const algorithm = query.get('X-Amz-Algorithm')
  if (algorithm !== 'AWS4-HMAC-SHA256' || accessKey === undefined || region === undefined) {
    throw new S3Error('AuthorizationQueryParametersError', 'Only AWS Signature Version 4 for s3 is understood.')
  }
  if (!(life >= 1 && life <= longestLife)) {
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Expires must be from 1 to ${longestLife} seconds.`)
  }
  const signedHeaders = (query.get('X-Amz-SignedHeaders') ?? '').split(';')
  const signed = query.get('X-Amz-Signature') ?? ''
  const time = query.get('X-Amz-Date') ?? ''
  return { accessKey, region, signedHeaders, signature: signed, time, payload: 'UNSIGNED-PAYLOAD', life }
}

function requireTime({ time, life }: Claim, now: Date): void {
  const [, date, hours, minutes, seconds] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? []
  if (date === undefined) throw new S3Error('AccessDenied', 'The date of the request is missing.')
  const sent = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${hours}:${minutes}:${seconds}Z`)
  const age = now.getTime() - sent
  if (life !== null && age > life * 1000) throw new S3Error('AccessDenied', 'Request has expired')
  if (!(age >= -skew && (life !== null || age <= skew))) {
    throw new S3Error('RequestTimeTooSkewed', "The difference between the request time and the server's time is too large.")
  }
}

/** What the signature doesn't cover, anyone on the way could have changed. */
function requireSignedHeaders({ headers }: Signable, signed: readonly string[]): void {
  const needed = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  const loose = needed.filter((name) => !signed.includes(name))
  if (loose.length > 0 || !signed.includes('host')) {
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${loose.join(', ')}`)
  }
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
