import {
  type _Error,
  type _Object,
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { type Key, type ObjectHeaders, objectHeaders } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import { longestKey, parseKey } from '../model/key.ts'
import type { Condition, ListedObject, ObjectHead, Store, StoredObject } from '../model/store.ts'
import { cacheTagHeader } from './cache-tag-header.ts'
import { conditionFailed, requireCondition } from './condition.ts'
import { conditionalRequests } from './conditional-request.ts'
import type { Credentials } from './credentials.ts'
import { bareEtag } from './etag.ts'
import { tryingAgain } from './s3-again.ts'
import { type S3Call, s3Failure } from './s3-failure.ts'

export interface S3Location {
  readonly bucket: string
  /** Without slashes around it; empty for the whole bucket. */
  readonly prefix: string
  /** Of a server that isn't AWS. */
  readonly endpoint: string | null
  readonly region: string | null
  /** Null: wherever the SDK finds them. */
  readonly credentials: Credentials | null
}

/** The most keys that one DeleteObjects takes. */
const batchSize = 1000

/** A bucket, or the part of it below a prefix, on AWS or any server that speaks S3. */
export function s3Store(location: S3Location): Store {
  return new S3Store(location)
}

class S3Store implements Store {
  readonly name: string
  readonly longestKey: number
  readonly #client: S3Client
  readonly #location: S3Location
  /** What stands before every key: empty, or with a slash at its end. */
  readonly #prefix: string
  readonly #conditionally = conditionalRequests()

  constructor(location: S3Location) {
    this.name = `s3://${location.bucket}${location.prefix === '' ? '' : `/${location.prefix}`}`
    this.#client = new S3Client(clientConfig(location))
    this.#location = location
    this.#prefix = location.prefix === '' ? '' : `${location.prefix}/`
    this.longestKey = longestKey - Buffer.byteLength(this.#prefix)
  }

  async get(key: Key): Promise<StoredObject | null> {
    try {
      return await tryingAgain(undefined, async () => {
        const { Body, ETag = '', ...answer } = await this.#client.send(new GetObjectCommand(this.#object(key)))
        return { body: (await Body?.transformToByteArray()) ?? new Uint8Array(), etag: ETag, headers: headersOf(answer) }
      })
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return null
      throw this.#failure(error, 'read', key)
    }
  }

  async head(key: Key): Promise<ObjectHead | null> {
    try {
      return await this.#headNow(key)
    } catch (error) {
      throw this.#failure(error, 'read', key)
    }
  }

  async put(key: Key, body: Uint8Array, headers: ObjectHeaders, condition?: Condition, signal?: AbortSignal) {
    const input = { ...this.#object(key), Body: body, ...sdkHeaders(headers) }
    try {
      const answer = await this.#conditionally(condition, (sent) =>
        tryingAgain(signal, () => this.#client.send(new PutObjectCommand({ ...input, ...sent }), abortedBy(signal))),
      )
      return { etag: answer.ETag ?? '' }
    } catch (error) {
      throw this.#failure(error, 'written', key, signal)
    }
  }

  async copy(from: Key, to: Key, headers: ObjectHeaders, source?: { readonly etag: string }, signal?: AbortSignal) {
    const { bucket } = this.#location
    const CopySource = `${bucket}/${this.#prefix}${from}`.split('/').map(encodeURIComponent).join('/')
    const input = { ...this.#object(to), CopySource, MetadataDirective: 'REPLACE' as const, ...sdkHeaders(headers) }
    const condition = source === undefined ? undefined : { kind: 'match' as const, etag: source.etag }
    try {
      // Of a copy to itself nothing can be undone.
      if (from === to && condition !== undefined) requireCondition(from, (await this.#headNow(from))?.etag ?? null, condition)
      const answer = await this.#conditionally(condition, ({ IfMatch }) => {
        const sent = IfMatch === undefined ? {} : { CopySourceIfMatch: IfMatch }
        return tryingAgain(signal, () => this.#client.send(new CopyObjectCommand({ ...input, ...sent }), abortedBy(signal)))
      })
      const etag = `"${bareEtag(answer.CopyObjectResult?.ETag ?? '')}"`
      if (source !== undefined && etag !== source.etag && from !== to) await this.#undoWrongCopy(from, to, source)
      return { etag }
    } catch (error) {
      throw this.#failure(error, 'written', to, signal)
    }
  }

  /** Ceph ignores the condition on a copy. A copy with another ETag is the wrong one, or one that was encrypted with a key of its own. */
  async #undoWrongCopy(from: Key, to: Key, source: { readonly etag: string }): Promise<void> {
    if ((await this.#headNow(from))?.etag === source.etag) return
    await this.#client.send(new DeleteObjectCommand(this.#object(to)))
    throw conditionFailed(from)
  }

  async delete(keys: readonly Key[], signal?: AbortSignal): Promise<void> {
    const { bucket: Bucket } = this.#location
    for (let at = 0; at < keys.length; at += batchSize) {
      const Objects = keys.slice(at, at + batchSize).map((key) => ({ Key: this.#prefix + key }))
      try {
        const command = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } })
        const { Errors = [] } = await tryingAgain(signal, () => this.#client.send(command, abortedBy(signal)))
        if (Errors.length > 0) throw notDeleted(Bucket, Errors)
      } catch (error) {
        throw this.#failure(error, 'deleted', null, signal)
      }
    }
  }

  /** Looks first: not every server honours a condition on a deletion, and one that doesn't says nothing. */
  async deleteIf(key: Key, condition: Condition, signal?: AbortSignal): Promise<void> {
    try {
      requireCondition(key, (await this.#headNow(key))?.etag ?? null, condition)
      if (condition.kind === 'absent') return
      await this.#conditionally(condition, (sent) =>
        tryingAgain(signal, () => this.#client.send(new DeleteObjectCommand({ ...this.#object(key), ...sent }), abortedBy(signal))),
      )
    } catch (error) {
      throw this.#failure(error, 'deleted', key, signal)
    }
  }

  async *list(prefix: string, after = ''): AsyncGenerator<ListedObject> {
    for await (const page of this.#pages(prefix, after)) {
      for (const object of page.Contents ?? []) {
        const listed = listedObject(object, this.#prefix)
        if (listed !== null) yield listed
      }
    }
  }

  async close(): Promise<void> {
    this.#client.destroy()
  }

  #object(key: Key): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#location.bucket, Key: this.#prefix + key }
  }

  async #headNow(key: Key): Promise<ObjectHead | null> {
    try {
      const { ETag = '', ...answer } = await tryingAgain(undefined, () => this.#client.send(new HeadObjectCommand(this.#object(key))))
      return { etag: ETag, headers: headersOf(answer) }
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFound') return null
      throw error
    }
  }

  async *#pages(prefix: string, after: string): AsyncGenerator<ListObjectsV2CommandOutput> {
    const query = { Bucket: this.#location.bucket, Prefix: this.#prefix + prefix, EncodingType: 'url' as const }
    let more: { readonly StartAfter?: string; readonly ContinuationToken?: string } | null =
      after === '' ? {} : { StartAfter: this.#prefix + after }
    while (more !== null) {
      const page = await this.#page({ ...query, ...more })
      yield page
      more = page.IsTruncated && page.NextContinuationToken !== undefined ? { ContinuationToken: page.NextContinuationToken } : null
    }
  }

  async #page(input: ListObjectsV2CommandInput): Promise<ListObjectsV2CommandOutput> {
    try {
      return await tryingAgain(undefined, () => this.#client.send(new ListObjectsV2Command(input)))
    } catch (error) {
      throw this.#failure(error, 'listed', null)
    }
  }

  #failure(error: unknown, verb: S3Call['verb'], key: Key | null, signal?: AbortSignal): unknown {
    if (signal?.aborted) return signal.reason
    const { bucket, endpoint } = this.#location
    return s3Failure(error, { verb, bucket, key, endpoint })
  }
}

function clientConfig({ endpoint, region, credentials }: S3Location): S3ClientConfig {
  const place = region ?? (endpoint === null ? null : 'us-east-1')
  return {
    // A quarter less CPU for each request than building the same chain of handlers again.
    cacheMiddleware: true,
    // "Slow down", a server's own mistakes and lost connections are tried again after 0.1 s and longer, at random; a 4xx that is ours never is.
    maxAttempts: 6,
    // A clock that is wrong is told, not helped out: what comes out at which time hangs on it.
    disableClockSkewCorrection: true,
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
    // The endpoint says it all: AWS's variants of its own (AWS_USE_FIPS_ENDPOINT and the like) would be refused beside it.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true, useFipsEndpoint: false, useDualstackEndpoint: false }),
    ...(place === null ? {} : { region: place }),
    ...(credentials === null ? {} : { credentials }),
  }
}

function abortedBy(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { abortSignal: signal }
}

function sdkHeaders({ contentType, cacheControl, contentEncoding, cacheTag }: ObjectHeaders) {
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

function headersOf({ ContentType = 'application/octet-stream', CacheControl, ContentEncoding, Metadata }: AnswerHeaders): ObjectHeaders {
  return objectHeaders(ContentType, { cacheControl: CacheControl, contentEncoding: ContentEncoding, cacheTag: Metadata?.[metadataName] })
}

/** Null for what others put there under names that are no keys of ours. */
function listedObject(object: _Object, prefix: string): ListedObject | null {
  const key = parseKey(decodeURIComponent((object.Key ?? '').replaceAll('+', ' ')).slice(prefix.length))
  return key === null ? null : { key, etag: object.ETag ?? '', size: object.Size ?? 0 }
}

function notDeleted(bucket: string, errors: readonly _Error[]): Failure {
  const first = errors.slice(0, 5).map(({ Key, Code }) => `\`${Key}\` (${Code})`)
  return new Failure('delete-failed', {
    exit: 3,
    what: `${errors.length} objects in the bucket \`${bucket}\` could not be deleted.`,
    why: `${first.join(', ')}${errors.length > first.length ? ', …' : ''}`,
    next: 'Grant s3:DeleteObject on the objects, then run the command again.',
  })
}
