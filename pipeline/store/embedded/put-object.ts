import { objectHeaders } from '../../model/artifact.ts'
import { parseKey } from '../../model/key.ts'
import type { Store } from '../../model/store.ts'
import { cacheTagHeader } from '../cache-tag-header.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { matchesEtag } from '../object-answer.ts'
import { percentDecode } from '../percent-decode.ts'
import { S3Error } from './s3-error.ts'
import { conditionOf, type ObjectRequest } from './s3-request.ts'
import { xmlAnswer } from './xml-answer.ts'

export interface CopyContext {
  readonly bucket: string
  /** Stands for the time of every object. */
  readonly started: Date
}

/** PutObject and CopyObject. Tags, lists of rights, and metadata but for cache tags aren't kept. */
export async function putObject(request: ObjectRequest, store: Store, { bucket, started }: CopyContext): Promise<HttpAnswer> {
  const { key, headers, body } = request
  if (headers['x-amz-copy-source'] !== undefined) return copyObject(request, store, { bucket, started })
  const { etag } = await store.put(key, body, headersOf(headers), conditionOf(headers))
  return { status: 200, headers: { etag }, body: '' }
}

/** Within the bucket, with headers of its own (`x-amz-metadata-directive: REPLACE`) or those of the source. */
async function copyObject({ key, headers }: ObjectRequest, store: Store, { bucket, started }: CopyContext): Promise<HttpAnswer> {
  const [, from = '', name = ''] = /^\/?([^/]+)\/(.+)$/s.exec(percentDecode(String(headers['x-amz-copy-source'])) ?? '') ?? []
  const origin = parseKey(name)
  if (origin === null) throw new S3Error('InvalidArgument', 'The copy source names no object.')
  if (from !== bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist')
  const object = await store.get(origin)
  if (object === null) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
  const match = headers['x-amz-copy-source-if-match']
  if (match !== undefined && !matchesEtag(String(match), object.etag)) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  }
  const replaced = headers['x-amz-metadata-directive'] === 'REPLACE'
  if (!replaced && origin === key) throw new S3Error('InvalidRequest', 'An object is copied to itself only with other headers.')
  const { etag } = await store.copy(origin, key, replaced ? headersOf(headers) : object.headers, object)
  return xmlAnswer({ CopyObjectResult: { LastModified: started.toISOString(), ETag: etag } })
}

function headersOf(headers: ObjectRequest['headers']) {
  return objectHeaders(headers['content-type'] ?? 'application/octet-stream', {
    cacheControl: headers['cache-control'],
    contentEncoding: headers['content-encoding'],
    cacheTag: headers[cacheTagHeader]?.toString(),
  })
}
