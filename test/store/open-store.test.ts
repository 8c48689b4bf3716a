import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { openStore } from '../../pipeline/store/open-store.ts'
import { storeBelow } from '../../pipeline/store/store-below.ts'
import { credentials, embeddedS3 } from '../support/embedded-s3.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'

const options = { cwd: '/srv', endpoint: null, region: null, credentials, env: {} }

test.each([
  ['site', '/srv/site'],
  ['./a/../site/', '/srv/site'],
  ['/var/www', '/var/www'],
  ['C:\\site', '/srv/C:\\site'],
  ['s3://bucket', 's3://bucket'],
  ['s3://bucket/', 's3://bucket'],
  ['s3://bucket/a/b', 's3://bucket/a/b'],
  ['s3://bucket/a/b/', 's3://bucket/a/b'],
])('%s opens %s', async (target, name) => {
  const store = await openStore(target, { ...options, region: 'eu-west-1' })
  expect(store.name).toBe(name)
  await store.close()
})

test.each([
  's3://',
  's3:///a',
  's3://bucket//a',
  's3://bucket/../a',
  's3://bucket/a//',
  's3://b cket',
  'gs://bucket',
  'https://bucket.example/',
  `s3://bucket/${'p'.repeat(801)}`,
  `s3://bucket/${'é'.repeat(401)}`,
])('%s is no target', async (target) => {
  expect(await failureOf(openStore(target, options))).toMatchObject({ code: 'store-target', text: { exit: 2 } })
})

test('a prefix takes its bytes from what keys may have; so does a folder in it', async () => {
  const store = await openStore(`s3://bucket/${'é'.repeat(400)}`, { ...options, region: 'us-east-1' })
  expect([store.longestKey, storeBelow(store, '_previews/é').longestKey, storeBelow(memoryStore(), 'a').longestKey]).toEqual([
    223, 210, 1022,
  ])
  await store.close()
})

test.each(['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'])('the server may be named by %s', async (name) => {
  const { server, store, dispose } = await embeddedS3()
  const opened = await openStore('s3://site', { ...options, env: { [name]: server.url } })
  await opened.put(key('a'), Buffer.from('hello'), { contentType: 'text/plain' })
  expect(await store.get(key('a'))).not.toBeNull()
  await opened.close()
  await dispose()
})

test.each(['localhost:9000/x y', 'garbage', 'ftp://store.example', 'https://user:not-so-secret@store.example'])(
  'the endpoint %s of the environment is refused and not repeated',
  async (endpoint) => {
    const failure = await failureOf(openStore('s3://site', { ...options, env: { AWS_ENDPOINT_URL_S3: endpoint } }))
    expect(failure).toMatchObject({ code: 'store-endpoint', text: { exit: 2, what: expect.stringContaining('AWS_ENDPOINT_URL_S3') } })
    expect(JSON.stringify(failure.text)).not.toContain(endpoint)
  },
)
