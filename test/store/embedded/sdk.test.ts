import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from '../../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../../pipeline/store/memory-store.ts'
import { credentials } from '../../support/embedded-s3.ts'

// What Ceph's gateway answers to the same calls.

const Bucket = 'news'
const hello = '"5d41402abc4b2a76b9719d911017c592"'
const page = { Bucket, Key: 'a/b.html' }

let server: EmbeddedServer
let client: S3Client

beforeAll(async () => {
  server = await startEmbeddedServer(memoryStore(), { port: 0, host: '127.0.0.1', bucket: Bucket, credentials })
  client = new S3Client({ endpoint: server.url, forcePathStyle: true, region: 'us-east-1', credentials, maxAttempts: 1 })
  for (const [Key, Body] of Object.entries({ 'a/b.html': 'hello', 'a/c d+é.html': 'x', empty: '', meta: 'y' })) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(Body), ContentType: 'text/html; charset=utf-8' }))
  }
})
afterAll(async () => {
  client.destroy()
  await server.close()
})

type Send = (to: S3Client) => Promise<object>

const refused: readonly (readonly [what: string, send: Send, name: string, status: number])[] = [
  ['get of nothing', (to) => to.send(new GetObjectCommand({ Bucket, Key: 'nope' })), 'NoSuchKey', 404],
  ['head of nothing', (to) => to.send(new HeadObjectCommand({ Bucket, Key: 'nope' })), 'NotFound', 404],
  ['range beyond the end', (to) => to.send(new GetObjectCommand({ ...page, Range: 'bytes=100-' })), 'InvalidRange', 416],
  ['range of an empty object', (to) => to.send(new GetObjectCommand({ Bucket, Key: 'empty', Range: 'bytes=0-0' })), 'InvalidRange', 416],
  ['get if it were another', (to) => to.send(new GetObjectCommand({ ...page, IfMatch: '"x"' })), 'PreconditionFailed', 412],
  ['get of what is there already', (to) => to.send(new GetObjectCommand({ ...page, IfNoneMatch: hello })), 'Unknown', 304],
  ['put if there were none', (to) => to.send(new PutObjectCommand({ ...page, Body: 'y', IfNoneMatch: '*' })), 'PreconditionFailed', 412],
  ['put if it were another', (to) => to.send(new PutObjectCommand({ ...page, Body: 'y', IfMatch: 'deadbeef' })), 'PreconditionFailed', 412],
  [
    'put with the digest of another body',
    (to) => to.send(new PutObjectCommand({ ...page, Body: 'y', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })),
    'BadDigest',
    400,
  ],
  ['list of another bucket', (to) => to.send(new ListObjectsV2Command({ Bucket: 'other' })), 'NoSuchBucket', 404],
  ['head of another bucket', (to) => to.send(new HeadBucketCommand({ Bucket: 'other' })), 'NotFound', 404],
  ['put into another bucket', (to) => to.send(new PutObjectCommand({ Bucket: 'other', Key: 'x', Body: 'y' })), 'NoSuchBucket', 404],
]

test.each(refused)('%s is refused', async (_, send, name, status) => {
  const error: unknown = await send(client).then(
    (answer) => answer,
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ name, $metadata: { httpStatusCode: status } })
})

const object = { AcceptRanges: 'bytes', ETag: hello, ContentType: 'text/html; charset=utf-8', LastModified: expect.any(Date) }
const entry = (Key: string, Size: number) =>
  expect.objectContaining({ Key, Size, LastModified: expect.any(Date), StorageClass: 'STANDARD' })

const answered: readonly (readonly [what: string, send: Send, answer: object])[] = [
  ['get', (to) => to.send(new GetObjectCommand(page)), { ...object, ContentLength: 5 }],
  ['head', (to) => to.send(new HeadObjectCommand(page)), { ...object, ContentLength: 5 }],
  [
    'get of a range',
    (to) => to.send(new GetObjectCommand({ ...page, Range: 'bytes=1-2' })),
    { ...object, ContentLength: 2, ContentRange: 'bytes 1-2/5' },
  ],
  [
    'get of the end',
    (to) => to.send(new GetObjectCommand({ ...page, Range: 'bytes=-2' })),
    { ...object, ContentLength: 2, ContentRange: 'bytes 3-4/5' },
  ],
  ['delete of nothing', (to) => to.send(new DeleteObjectCommand({ Bucket, Key: 'nope' })), { $metadata: { httpStatusCode: 204 } }],
  [
    'list',
    (to) => to.send(new ListObjectsV2Command({ Bucket })),
    { KeyCount: 4, IsTruncated: false, Contents: [entry('a/b.html', 5), entry('a/c d+é.html', 1), entry('empty', 0), entry('meta', 1)] },
  ],
  [
    'list of folders',
    (to) => to.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' })),
    { KeyCount: 3, CommonPrefixes: [{ Prefix: 'a/' }], Contents: [entry('empty', 0), entry('meta', 1)] },
  ],
  [
    'list of one',
    (to) => to.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 })),
    { KeyCount: 1, IsTruncated: true, NextContinuationToken: expect.any(String), Contents: [entry('a/b.html', 5)] },
  ],
  ['list of none', (to) => to.send(new ListObjectsV2Command({ Bucket, MaxKeys: 0 })), { KeyCount: 0, IsTruncated: false }],
  [
    'list after a key',
    (to) => to.send(new ListObjectsV2Command({ Bucket, StartAfter: 'empty' })),
    { StartAfter: 'empty', Contents: [entry('meta', 1)] },
  ],
  [
    'delete of several',
    (to) => to.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'n1' }, { Key: 'n2 é&<' }] } })),
    { Deleted: [{ Key: 'n1' }, { Key: 'n2 é&<' }] },
  ],
]

test.each(answered)('%s is answered', async (_, send, answer) => {
  expect(await send(client)).toMatchObject(answer)
})
