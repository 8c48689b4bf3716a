import { objectHeaders } from '../../model/artifact.ts'
import type { Store } from '../../model/store.ts'
import { cacheTagHeader } from '../cache-tag-header.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { S3Error } from './s3-error.ts'
import { conditionOf, type ObjectRequest } from './s3-request.ts'

/** PutObject. Tags, lists of rights, and metadata but for cache tags aren't kept. */
export async function putObject({ key, headers, body }: ObjectRequest, store: Store): Promise<HttpAnswer> {
  if (headers['x-amz-copy-source'] !== undefined) throw new S3Error('NotImplemented', 'Copying is not supported.')
  const { etag } = await store.put(key, body, headersOf(headers), conditionOf(headers))
  return { status: 200, headers: { etag }, body: '' }
}

function headersOf(headers: ObjectRequest['headers']) {
  return objectHeaders(headers['content-type'] ?? 'application/octet-stream', {
    cacheControl: headers['cache-control'],
    contentEncoding: headers['content-encoding'],
    cacheTag: headers[cacheTagHeader]?.toString(),
  })
}
