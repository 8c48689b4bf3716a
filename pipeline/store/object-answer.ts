import type { StoredObject } from '../model/store.ts'
import { cacheTagHeader } from './cache-tag-header.ts'
import { bareEtag } from './etag.ts'
import type { HttpAnswer } from './http-answer.ts'

/** An object for a reader who may have it already: 304 where `ifNoneMatch` names its ETag. */
export function objectAnswer({ body, etag, headers }: StoredObject, ifNoneMatch: string | undefined): HttpAnswer {
  const { contentType, cacheControl, contentEncoding, cacheTag } = headers
  const described = {
    etag,
    ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
    ...(cacheTag === undefined ? {} : { [cacheTagHeader]: cacheTag }),
  }
  if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag)) return { status: 304, headers: described, body: '' }
  return {
    status: 200,
    headers: {
      ...described,
      'content-type': contentType,
      ...(contentEncoding === undefined ? {} : { 'content-encoding': contentEncoding }),
    },
    body,
  }
}

/** Whether a list of ETags, as in `If-None-Match`, names this one (RFC 9110, weak comparison); their quotes may be missing. */
export function matchesEtag(list: string, etag: string): boolean {
  return list.split(',').some((item) => item.trim() === '*' || bareEtag(item.trim()) === bareEtag(etag))
}
