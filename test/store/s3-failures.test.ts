import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Failure } from '../../pipeline/model/failure.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import type { S3Location } from '../../pipeline/store/s3-client-config.ts'
import { collect } from '../support/collect.ts'
import { credentials, embeddedS3 } from '../support/embedded-s3.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { type Meddle, s3ErrorXml, startProxy } from '../support/proxy.ts'

const html = { contentType: 'text/html; charset=utf-8' }
const page = key('en/index.html')
let embedded: Awaited<ReturnType<typeof embeddedS3>>

beforeAll(async () => {
  embedded = await embeddedS3()
  await embedded.store.put(page, Buffer.from('hello'), html)
})
afterAll(() => embedded.dispose())

const location = (changes: Partial<S3Location>): S3Location => ({
  ...{ bucket: 'site', prefix: '', endpoint: embedded.server.url, region: null, credentials },
  ...changes,
})

/** The failures of every method of the port. */
async function everyFailure(at: S3Location): Promise<Failure[]> {
  const store = s3Store(at)
  const calls = [
    () => store.get(page),
    () => store.put(page, Buffer.from('x'), html),
    () => store.put(page, Buffer.from('x'), html, { kind: 'match', etag: '"5d41402abc4b2a76b9719d911017c592"' }),
    () => store.delete([page]),
    () => store.deleteIf(page, { kind: 'match', etag: '"5d41402abc4b2a76b9719d911017c592"' }),
    () => collect(store.list('')),
  ]
  const failures: Failure[] = []
  for (const call of calls) failures.push(await failureOf(call()))
  await store.close()
  return failures
}

describe('each method says what is wrong', () => {
  test('a bucket that is not there', async () => {
    for (const failure of await everyFailure(location({ bucket: 'elsewhere' }))) {
      // A HEAD has no body that could tell: the object just isn't there.
      expect(['store-bucket-missing', 'condition-failed']).toContain(failure.code)
      expect(failure.text.exit).toBe(3)
    }
    expect((await failureOf(s3Store(location({ bucket: 'elsewhere' })).get(page))).text).toMatchObject({
      what: `There is no bucket \`elsewhere\` at ${embedded.server.url}.`,
      next: expect.stringContaining('S3_BUCKET'),
    })
  })

  test('a wrong secret, which no message repeats', async () => {
    const wrong = { ...credentials, secretAccessKey: 'a-wrong-secret-key' }
    for (const failure of await everyFailure(location({ credentials: wrong }))) {
      expect(failure).toMatchObject({ code: 'store-denied', text: { exit: 3, what: expect.stringContaining('`site`') } })
      expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain('a-wrong-secret-key')
    }
  })

  test('a wrong access key', async () => {
    for (const failure of await everyFailure(location({ credentials: { ...credentials, accessKeyId: 'AKIDNOBODY' } }))) {
      expect(failure.code).toBe('store-denied')
      expect(inspect(failure, { depth: 10, showHidden: true })).not.toMatch(/not-so-secret|Signature=|AKIDNOBODY/)
    }
  })

  test('nobody answers', async () => {
    const proxy = await startProxy(embedded.server.url, () => null)
    await proxy.close()
    for (const failure of await everyFailure(location({ endpoint: proxy.url }))) {
      expect(failure).toMatchObject({ code: 'store-unreachable', text: { exit: 3, why: 'The connection failed with ECONNREFUSED.' } })
    }
  })

  test('a name that no server has', async () => {
    const failure = await failureOf(s3Store(location({ endpoint: 'http://nowhere.invalid' })).get(page))
    expect(failure.code).toBe('store-unreachable')
  })
})

test('with the wrong credentials nothing was changed', async () => {
  expect(Buffer.from((await embedded.store.get(page))?.body ?? []).toString('utf8')).toBe('hello')
})

describe('what a server answers', () => {
  const rows = [
    { status: 403, code: 'AccessDenied', expected: 'store-denied' },
    { status: 400, code: 'ExpiredToken', expected: 'store-denied' },
    { status: 409, code: 'ConditionalRequestConflict', expected: 'condition-failed' },
    { status: 403, code: 'RequestTimeTooSkewed', expected: 'store-clock' },
    { status: 301, code: 'PermanentRedirect', expected: 'store-region' },
    { status: 400, code: 'AuthorizationHeaderMalformed', expected: 'store-region' },
    { status: 400, code: 'InvalidStorageClass', expected: 'store-refused' },
    { status: 501, code: 'NotImplemented', expected: 'store-refused' },
    { status: 507, code: 'InsufficientStorage', expected: 'store-refused' },
  ]
  test.each(rows)('$status $code is $expected', async ({ status, code, expected }) => {
    const proxy = await startProxy(embedded.server.url, () => ({ status, body: s3ErrorXml(code) }))
    const store = s3Store(location({ endpoint: proxy.url }))
    expect(await failureOf(store.put(page, Buffer.from('x'), html))).toMatchObject({ code: expected, text: { exit: 3 } })
    await store.close()
    await proxy.close()
  })

  test('who may not delete objects isn’t told of a bucket that could not be deleted', async () => {
    const proxy = await startProxy(embedded.server.url, () => ({ status: 403, body: s3ErrorXml('AccessDenied') }))
    const failure = await failureOf(s3Store(location({ endpoint: proxy.url })).delete([page, key('b')]))
    expect(failure.text.what).toMatch(/^Objects in the bucket `site` at .* may not be deleted with these credentials/)
    await proxy.close()
  })

  test('a clock that is wrong is told at once, though the server says what time it is', async () => {
    let asked = 0
    const late = new Date(Date.now() + 3_600_000).toISOString()
    const proxy = await startProxy(embedded.server.url, () => {
      asked++
      const body = s3ErrorXml('RequestTimeTooSkewed').replace('</Error>', `<ServerTime>${late}</ServerTime></Error>`)
      return asked > 1 ? null : { status: 403, body }
    })
    const store = s3Store(location({ endpoint: proxy.url }))
    expect(await failureOf(store.get(page))).toMatchObject({
      code: 'store-clock',
      text: { next: expect.stringContaining('Set the clock') },
    })
    expect(asked).toBe(1)
    await store.close()
    await proxy.close()
  })

  test('keys that could not be deleted are named', async () => {
    const body = '<DeleteResult><Error><Key>en/index.html</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>'
    const proxy = await startProxy(embedded.server.url, () => ({ status: 200, body }))
    const failure = await failureOf(s3Store(location({ endpoint: proxy.url })).delete([page, key('b')]))
    expect(failure).toMatchObject({ code: 'delete-failed', text: { why: '`en/index.html` (AccessDenied)' } })
    await proxy.close()
  })
})

describe('a server that takes ETags without their quotes only, as Ceph up to 18', () => {
  test('is understood, and known after the first write', async () => {
    const forms: string[] = []
    const ceph: Meddle = ({ headers: { 'if-match': match } }) => {
      if (match === undefined) return null
      forms.push(match.startsWith('"') ? 'quoted' : 'bare')
      return match.startsWith('"') ? { status: 412, body: s3ErrorXml('PreconditionFailed') } : null
    }
    const proxy = await startProxy(embedded.server.url, ceph)
    const store = s3Store(location({ endpoint: proxy.url }))
    let { etag } = await store.put(key('root'), Buffer.from('0'), html)
    for (const version of ['1', '2']) etag = (await store.put(key('root'), Buffer.from(version), html, { kind: 'match', etag })).etag
    expect(forms).toEqual(['quoted', 'bare', 'bare'])
    const late = store.put(key('root'), Buffer.from('3'), html, { kind: 'match', etag: '"5d41402abc4b2a76b9719d911017c592"' })
    expect((await failureOf(late)).code).toBe('condition-failed')
    await store.close()
    await proxy.close()
  })
})

test('the region is needed where no endpoint says which server', async () => {
  const store = s3Store({ bucket: 'site', prefix: '', endpoint: null, region: null, credentials })
  const environment = { AWS_REGION: process.env['AWS_REGION'], AWS_CONFIG_FILE: process.env['AWS_CONFIG_FILE'] }
  delete process.env['AWS_REGION']
  process.env['AWS_CONFIG_FILE'] = '/dev/null'
  try {
    expect((await failureOf(store.get(page))).code).toBe('store-region')
  } finally {
    for (const [name, value] of Object.entries(environment)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
})
