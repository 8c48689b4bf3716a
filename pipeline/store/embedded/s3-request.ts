import type { IncomingHttpHeaders } from 'node:http'
import type { Key } from '../../model/artifact.ts'
import type { Condition } from '../../model/store.ts'
import { bareEtag } from '../etag.ts'
import { S3Error } from './s3-error.ts'

/** A request for an object: who sent it is known, and its body is what was meant. */
export interface ObjectRequest {
  readonly key: Key
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** The condition on a write. @throws {S3Error} `NotImplemented` for forms that no store keeps */
export function conditionOf(headers: IncomingHttpHeaders): Condition | undefined {
  const match = headers['if-match']
  const noneMatch = headers['if-none-match']
  if (match === undefined && noneMatch === undefined) return undefined
  if (match === undefined && noneMatch === '*') return { kind: 'absent' }
  if (match === undefined || noneMatch !== undefined || match === '*' || match.includes(',')) {
    throw new S3Error('NotImplemented', 'Only `If-Match: ETag` and `If-None-Match: *` are supported.')
  }
  return { kind: 'match', etag: `"${bareEtag(match)}"` }
}

/** @throws {S3Error} `NotImplemented` for parameters that ask for more than this server does */
export function requireOnly(query: ReadonlyMap<string, string>, known: readonly string[]): void {
  for (const name of query.keys()) {
    const harmless = name === 'x-id' || name.startsWith('X-Amz-') || known.includes(name)
    if (!harmless) throw new S3Error('NotImplemented', `The parameter ${name} is not supported.`)
  }
}
