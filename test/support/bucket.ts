import { get as httpGet } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import type { Store } from '../../pipeline/model/store.ts'
import type { Credentials } from '../../pipeline/store/credentials.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import type { HttpAnswer } from '../../pipeline/store/http-answer.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { website } from '../../pipeline/store/website.ts'
import { inParallel } from '../../pipeline/upload/in-parallel.ts'
import { collect } from './collect.ts'
import { credentials } from './embedded-s3.ts'
import type { Radosgw } from './radosgw.ts'

/** A bucket on an S3 server, and a website before it. */
export interface Bucket {
  readonly bucket: string
  readonly endpoint: string
  readonly credentials: Credentials
  /** What readers get at a path. */
  readonly ask: (path: string) => Promise<HttpAnswer>
  /** It, without a way through the network that somebody may meddle with. */
  readonly store: Store
  close(): Promise<void>
}

/** On the embedded server, over a memory. @param content what it holds at first */
export async function embeddedBucket(content: Store): Promise<Bucket> {
  const store = await snapshot(content)
  const server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
  const site = website(store)
  const ask = async (path: string) => {
    // Writers get their turn between two pages.
    await setImmediate()
    return await site({ target: path, ifNoneMatch: undefined })
  }
  return { bucket: 'news', endpoint: server.url, credentials, ask, store, close: () => server.close() }
}

/** On Ceph's gateway. */
export async function radosgwBucket({ endpoint, credentials: own }: Radosgw, content: Store): Promise<Bucket> {
  const bucket = `news-${crypto.randomUUID().slice(0, 8)}`
  const client = new S3Client({ endpoint, credentials: own, region: 'us-east-1', forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: openToReaders(bucket) }))
  client.destroy()
  const store = await copied(content, s3Store({ bucket, prefix: '', endpoint, region: null, credentials: own }))
  return { bucket, endpoint, credentials: own, ask: (path) => askAnyone(`${endpoint}/${bucket}`, path), store, close: () => store.close() }
}

/** The environment of a process that publishes to it, through `url`. */
export function environmentOf({ bucket, credentials: { accessKeyId, secretAccessKey } }: Bucket, url: string) {
  return { S3_BUCKET: bucket, AWS_ENDPOINT_URL_S3: url, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
}

/** What a store holds now. */
export function snapshot(store: Store): Promise<Store> {
  return copied(store, memoryStore())
}

async function copied(from: Store, to: Store): Promise<Store> {
  await inParallel(await collect(from.list('')), async ({ key }) => {
    const object = await from.get(key)
    if (object !== null) await to.put(key, object.body, object.headers)
  })
  return to
}

function openToReaders(bucket: string): string {
  const Resource = `arn:aws:s3:::${bucket}/*`
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }] })
}

/** Without credentials, and with index documents: as readers come through a cache in front. */
async function askAnyone(folder: string, path: string): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>()
  const request = httpGet(`${folder}${path}${path.endsWith('/') ? 'index.html' : ''}`, (answer) => {
    const chunks: Buffer[] = []
    const headers = { 'content-type': answer.headers['content-type'] ?? '' }
    answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers, body: Buffer.concat(chunks) }))
  })
  request.on('error', reject)
  return await promise
}
