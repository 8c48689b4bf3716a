import {
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
} from '@aws-sdk/client-s3'
import type { Key, ObjectHeaders } from '../model/artifact.ts'
import { longestKey, parseKey } from '../model/key.ts'
import type { Condition, ListedObject, ObjectHead, Store, StoredObject } from '../model/store.ts'
import { conditionFailed, requireCondition } from './condition.ts'
import { conditionalRequests } from './conditional-request.ts'
import { bareEtag } from './etag.ts'
import { tryingAgain } from './s3-again.ts'
import { clientConfig, type S3Location } from './s3-client-config.ts'
import { notDeleted, type S3Call, s3Failure } from './s3-failure.ts'
import { headersOf, sdkHeaders } from './s3-headers.ts'

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

function abortedBy(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { abortSignal: signal }
}

/** Null for what others put there under names that are no keys of ours. */
function listedObject(object: _Object, prefix: string): ListedObject | null {
  const key = parseKey(decodeURIComponent((object.Key ?? '').replaceAll('+', ' ')).slice(prefix.length))
  return key === null ? null : { key, etag: object.ETag ?? '', size: object.Size ?? 0 }
}
