import type { ListedObject, Store } from '../../model/store.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { S3Error } from './s3-error.ts'
import { requireOnly } from './s3-request.ts'
import { xmlAnswer } from './xml-answer.ts'

const maxKeysAllowed = 1000

interface Listing {
  readonly prefix: string
  /** Empty where keys aren't rolled up. */
  readonly delimiter: string
  readonly maxKeys: number
  readonly startAfter: string
  /** The last key or common prefix of the page before. */
  readonly token: string | null
  readonly encode: (text: string) => string
}

interface Page {
  readonly objects: readonly ListedObject[]
  readonly commonPrefixes: readonly string[]
  /** Where the next page starts; null at the end. */
  readonly next: string | null
}

/** ListObjectsV2. The port keeps no times: `started` stands for all of them. */
export async function listObjects(bucket: string, query: ReadonlyMap<string, string>, store: Store, started: Date): Promise<HttpAnswer> {
  const listing = readListing(query)
  const { prefix, delimiter, maxKeys, startAfter, token, encode } = listing
  const { objects, commonPrefixes, next } = await page(listing, store)
  return xmlAnswer({
    ListBucketResult: {
      Name: bucket,
      Prefix: encode(prefix),
      ...(delimiter === '' ? {} : { Delimiter: encode(delimiter) }),
      ...(startAfter === '' ? {} : { StartAfter: encode(startAfter) }),
      ...(token === null ? {} : { ContinuationToken: query.get('continuation-token') ?? '' }),
      ...(next === null ? {} : { NextContinuationToken: Buffer.from(next).toString('base64url') }),
      ...(query.has('encoding-type') ? { EncodingType: 'url' } : {}),
      MaxKeys: maxKeys,
      KeyCount: objects.length + commonPrefixes.length,
      IsTruncated: next !== null,
      Contents: objects.map(({ key, etag, size }) => ({
        Key: encode(key),
        LastModified: started.toISOString(),
        ETag: etag,
        Size: size,
        StorageClass: 'STANDARD',
      })),
      CommonPrefixes: commonPrefixes.map((common) => ({ Prefix: encode(common) })),
    },
  })
}

function readListing(query: ReadonlyMap<string, string>): Listing {
  if (query.get('list-type') !== '2') throw new S3Error('NotImplemented', 'Only ListObjectsV2 (list-type=2) is supported.')
  const known = ['list-type', 'prefix', 'delimiter', 'max-keys', 'start-after', 'continuation-token', 'encoding-type', 'fetch-owner']
  requireOnly(query, known)
  const maxKeys = Number(query.get('max-keys') ?? maxKeysAllowed)
  if (!Number.isInteger(maxKeys) || maxKeys < 0) throw new S3Error('InvalidArgument', 'max-keys must be a whole number from 0.')
  const encoding = query.get('encoding-type')
  if (encoding !== undefined && encoding !== 'url') throw new S3Error('InvalidArgument', 'encoding-type must be url.')
  const token = query.get('continuation-token')
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(maxKeys, maxKeysAllowed),
    startAfter: query.get('start-after') ?? '',
    token: token === undefined ? null : readToken(token),
    encode: encoding === 'url' ? urlEncode : (text) => text,
  }
}

function readToken(token: string): string {
  const last = Buffer.from(token, 'base64url').toString('utf8')
  if (last === '' || Buffer.from(last).toString('base64url') !== token) {
    throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect')
  }
  return last
}

async function page({ prefix, delimiter, maxKeys, startAfter, token }: Listing, store: Store): Promise<Page> {
  const objects: ListedObject[] = []
  const commonPrefixes: string[] = []
  // A common prefix is told once, if not on this page then on the one before.
  let last = token ?? ''
  for await (const object of store.list(prefix, token ?? startAfter)) {
    const common = commonPrefix(object.key, prefix, delimiter)
    if (common !== null && common === last) continue
    if (objects.length + commonPrefixes.length >= maxKeys) return { objects, commonPrefixes, next: maxKeys === 0 ? null : last }
    if (common === null) objects.push(object)
    else commonPrefixes.push(common)
    last = common ?? object.key
  }
  return { objects, commonPrefixes, next: null }
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | null {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
  return at < 0 ? null : key.slice(0, at + delimiter.length)
}

/** As S3 has it: slashes stay, a space is `+`. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+')
}
