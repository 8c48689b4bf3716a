import type { IncomingMessage } from 'node:http'
import { parseKey } from '../../model/key.ts'
import type { Store } from '../../model/store.ts'
import type { Credentials } from '../credentials.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { authenticate } from './authenticate.ts'
import { deleteObject } from './delete-object.ts'
import { deleteObjects } from './delete-objects.ts'
import { getObject } from './get-object.ts'
import { listObjects } from './list-objects.ts'
import { type CopyContext, putObject } from './put-object.ts'
import { requestBody } from './request-body.ts'
import { S3Error } from './s3-error.ts'
import { type ObjectRequest, requireOnly } from './s3-request.ts'
import type { Signable } from './signature.ts'
import { requireVerifiable, verifyBody } from './verify-body.ts'
import { xmlAnswer } from './xml-answer.ts'

export interface GatewayOptions {
  /** The one bucket that there is. */
  readonly bucket: string
  readonly credentials: Credentials
  readonly clock: () => Date
  /** Bytes. */
  readonly bodyLimit: number
}

export type S3Gateway = (request: IncomingMessage, signable: Signable) => Promise<HttpAnswer>

/** The S3 protocol, path style, over a store: signatures and checksums are verified before anything is done. */
export function s3Gateway(store: Store, { bucket, credentials, clock, bodyLimit }: GatewayOptions): S3Gateway {
  const started = clock()

  return async (request, signable) => {
    const { method, target } = signable
    const { headers } = request
    const [, name = '', rest] = /^\/([^/]*)(?:\/(.*))?$/s.exec(target.path) ?? []
    const key = rest === undefined || rest === '' ? null : parseKey(rest)
    if (rest && key === null) throw noKey(rest)
    const payload = authenticate(signable, credentials, clock())
    requireVerifiable(headers, payload)
    const body = await requestBody(request, bodyLimit)
    verifyBody(headers, payload, body)
    if (name === '') throw new S3Error('NotImplemented', 'Buckets are not listed here.')
    if (name !== bucket) throw foreignBucket(method, key === null)
    if (key === null) return bucketCall(method, target.query, body)
    requireOnly(target.query, [])
    return objectCall(method, { key, headers, body }, store, { bucket, started })
  }

  async function bucketCall(method: string, query: ReadonlyMap<string, string>, body: Buffer): Promise<HttpAnswer> {
    switch (method) {
      case 'GET':
        if (!query.has('location')) return listObjects(bucket, query, store, started)
        requireOnly(query, ['location'])
        return xmlAnswer({ LocationConstraint: '' })
      case 'HEAD':
      case 'PUT':
        requireOnly(query, [])
        return { status: 200, headers: { location: `/${bucket}` }, body: '' }
      case 'POST':
        requireOnly(query, ['delete'])
        if (query.has('delete')) return deleteObjects(body, store)
        throw notAllowed()
      default:
        throw notAllowed()
    }
  }
}

async function objectCall(method: string, request: ObjectRequest, store: Store, context: CopyContext): Promise<HttpAnswer> {
  switch (method) {
    case 'GET':
    case 'HEAD':
      return getObject(request, store, context.started)
    case 'PUT':
      return putObject(request, store, context)
    case 'DELETE':
      return deleteObject(request, store)
    default:
      throw notAllowed()
  }
}

function noKey(text: string): S3Error {
  if (Buffer.byteLength(text) > 1024) return new S3Error('KeyTooLongError', 'Your key is too long')
  return new S3Error('InvalidArgument', 'The key has an empty segment, `.`, `..`, a control character or a backslash, or is not in NFC.')
}

function foreignBucket(method: string, whole: boolean): S3Error {
  if (method === 'PUT' && whole) return new S3Error('AccessDenied', 'No further bucket can be created here.')
  return new S3Error('NoSuchBucket', 'The specified bucket does not exist')
}

function notAllowed(): S3Error {
  return new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.')
}
