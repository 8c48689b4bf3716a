import type { ObjectHeaders } from '../../model/artifact.ts'
import type { Store } from '../../model/store.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { S3Error } from './s3-error.ts'
import { conditionOf, type ObjectRequest } from './s3-request.ts'

/** PutObject. User metadata, tags and lists of rights aren't kept. */
export async function putObject({ key, headers, body }: ObjectRequest, store: Store): Promise<HttpAnswer> {
  if (headers['x-amz-copy-source'] !== undefined) throw new S3Error('NotImplemented', 'Copying is not supported.')
  const { etag } = await store.put(key, body, objectHeaders(headers), conditionOf(headers))
  return { status: 200, headers: { etag }, body: '' }
}

function objectHeaders(headers: ObjectRequest['headers']): ObjectHeaders {
  const cacheControl = headers['cache-control']
  const contentEncoding = headers['content-encoding']
  return {
    contentType: headers['content-type'] ?? 'application/octet-stream',
    ...(cacheControl === undefined ? {} : { cacheControl }),
    ...(contentEncoding === undefined ? {} : { contentEncoding }),
  }
}
