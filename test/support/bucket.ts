import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import type { Store } from '../../pipeline/model/store.ts'
import type { Credentials } from '../../pipeline/store/credentials.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { collect } from './collect.ts'
import { credentials } from './embedded-s3.ts'
import type { Radosgw } from './radosgw.ts'

/** A bucket on an S3 server, and a website before it. */
export interface Bucket {
  readonly bucket: string
  readonly endpoint: string
  readonly credentials: Credentials
  /** Where readers get what is in it. */
  readonly website: string
  /** It, without a way through the network that somebody may meddle with. */
  readonly store: Store
  close(): Promise<void>
}

/** On the embedded server, over a memory. @param content what it holds at first */
export async function embeddedBucket(content: Store): Promise<Bucket> {
  const store = await copied(content, memoryStore())
  const server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
  return { bucket: 'news', endpoint: server.url, credentials, website: server.url, store, close: () => server.close() }
}

/** On Ceph's gateway. */
export async function radosgwBucket({ endpoint, credentials: own }: Radosgw, content: Store): Promise<Bucket> {
  const bucket = `news-${crypto.randomUUID().slice(0, 8)}`
  const client = new S3Client({ endpoint, credentials: own, region: 'us-east-1', forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  client.destroy()
  const store = await copied(content, s3Store({ bucket, prefix: '', endpoint, region: null, credentials: own }))
  const server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'readers', credentials })
  return {
    ...{ bucket, endpoint, credentials: own, website: server.url, store },
    async close() {
      await server.close()
      await store.close()
    },
  }
}

/** The environment of a process that publishes to it, through `url`. */
export function environmentOf({ bucket, credentials: { accessKeyId, secretAccessKey } }: Bucket, url: string) {
  return { S3_BUCKET: bucket, AWS_ENDPOINT_URL_S3: url, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
}

async function copied(from: Store, to: Store): Promise<Store> {
  for (const { key } of await collect(from.list(''))) {
    const object = await from.get(key)
    if (object !== null) await to.put(key, object.body, object.headers)
  }
  return to
}
