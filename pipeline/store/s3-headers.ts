import { type ObjectHeaders, objectHeaders } from '../model/artifact.ts'
import { cacheTagHeader } from './cache-tag-header.ts'

/** Headers as the SDK names them. */
export function sdkHeaders({ contentType, cacheControl, contentEncoding, cacheTag }: ObjectHeaders) {
  return {
    ContentType: contentType,
    ...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
    ...(contentEncoding === undefined ? {} : { ContentEncoding: contentEncoding }),
    ...(cacheTag === undefined ? {} : { Metadata: { [metadataName]: cacheTag } }),
  }
}

const metadataName = cacheTagHeader.replace('x-amz-meta-', '')

interface AnswerHeaders {
  readonly ContentType?: string | undefined
  readonly CacheControl?: string | undefined
  readonly ContentEncoding?: string | undefined
  readonly Metadata?: Readonly<Record<string, string>> | undefined
}

/** Those of an answer of the SDK. */
export function headersOf({
  ContentType = 'application/octet-stream',
  CacheControl,
  ContentEncoding,
  Metadata,
}: AnswerHeaders): ObjectHeaders {
  return objectHeaders(ContentType, { cacheControl: CacheControl, contentEncoding: ContentEncoding, cacheTag: Metadata?.[metadataName] })
}
