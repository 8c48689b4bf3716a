import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../../pipeline/model/store.ts'
import { directoryStore } from '../../../pipeline/store/directory-store.ts'
import { signature } from '../../../pipeline/store/embedded/signature.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../../pipeline/store/embedded/start-embedded-server.ts'
import { parseTarget } from '../../../pipeline/store/embedded/target.ts'
import { collect } from '../../support/collect.ts'
import { credentials } from '../../support/embedded-s3.ts'
import { failureOf } from '../../support/failure.ts'
import { key } from '../../support/key.ts'
import { rawHttp } from '../../support/raw-http.ts'
import { signedRequest } from '../../support/signed-request.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const now = new Date('2026-11-22T18:15:00Z')
const html = { contentType: 'text/html; charset=utf-8' }
const bodyLimit = 1_000_000

let folder: ReturnType<typeof temporaryFolder>
let store: Store
let server: EmbeddedServer

beforeAll(async () => {
  folder = temporaryFolder()
  store = directoryStore(folder.path)
  server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'site', credentials, clock: () => now, bodyLimit })
})
afterAll(async () => {
  await server.close()
  folder[Symbol.dispose]()
})
beforeEach(async () => {
  await store.delete((await collect(store.list(''))).map((object) => object.key))
})

const send = (request: Parameters<typeof signedRequest>[1]) => signedRequest(server.port, { time: now, ...request })
const put = (url: string, body: string, headers: Record<string, string> = {}) => send({ method: 'PUT', url, body, headers })
const code = (xml: string) => /<Code>(.*?)<\/Code>/.exec(xml)?.[1]
const base64 = (algorithm: string, body: string) => createHash(algorithm).update(body).digest('base64')

describe('signatures', () => {
  const get = { method: 'GET', url: '/site/en/index.html' }

  test('one that is right is let in', async () => {
    expect(await put('/site/en/index.html', 'hello')).toMatchObject({ status: 200, body: '' })
    expect(await send(get)).toMatchObject({ status: 200, body: 'hello' })
  })

  const refusals = [
    { name: 'another secret', request: { ...get, secret: 'guess' }, status: 403, code: 'SignatureDoesNotMatch' },
    { name: 'another access key', request: { ...get, accessKeyId: 'AKIDNOBODY' }, status: 403, code: 'InvalidAccessKeyId' },
    {
      name: 'a clock 16 minutes late',
      request: { ...get, time: new Date(now.getTime() - 16 * 60_000) },
      status: 403,
      code: 'RequestTimeTooSkewed',
    },
    {
      name: 'a clock 16 minutes early',
      request: { ...get, time: new Date(now.getTime() + 16 * 60_000) },
      status: 403,
      code: 'RequestTimeTooSkewed',
    },
  ]
  test.each(refusals)('$name is refused, in words that hold no secret', async ({ request, status, code: expected }) => {
    const answer = await send(request)
    expect(answer.status).toBe(status)
    expect(code(answer.body)).toBe(expected)
    expect(answer.body).not.toContain(credentials.secretAccessKey)
  })

  test('a clock 14 minutes off is let in', async () => {
    await put('/site/en/index.html', 'hello')
    expect((await send({ ...get, time: new Date(now.getTime() - 14 * 60_000) })).status).toBe(200)
  })

  test('a header that the signature does not cover is refused', async () => {
    const answer = await rawHttp(server.port, {
      ...get,
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
        'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        'x-amz-date': '20261122T181500Z',
      },
    })
    expect(answer.status).toBe(403)
    expect(code(answer.body)).toBe('AccessDenied')
  })

  describe('presigned addresses', () => {
    const presigned = (life: number, time = now) => {
      const stamp = `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
      const scope = `${credentials.accessKeyId}/${stamp.slice(0, 8)}/us-east-1/s3/aws4_request`
      const head = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(scope)}&X-Amz-Date=${stamp}`
      const url = `/site/en/index.html?${head}&X-Amz-Expires=${life}&X-Amz-SignedHeaders=host`
      const request = { method: 'GET', target: parseTarget(url), headers: { host: `127.0.0.1:${server.port}` } }
      const signing = { time: stamp, region: 'us-east-1', signedHeaders: ['host'], payload: 'UNSIGNED-PAYLOAD' }
      return `${url}&X-Amz-Signature=${signature(request, { secret: credentials.secretAccessKey, ...signing })}`
    }
    const status = async (url: string) => (await rawHttp(server.port, { method: 'GET', url })).status

    test('are open for their time, for what they name', async () => {
      await put('/site/en/index.html', 'hello')
      expect(await status(presigned(600))).toBe(200)
      expect(await status(presigned(600, new Date(now.getTime() - 599_000)))).toBe(200)
      expect(await status(presigned(600, new Date(now.getTime() - 601_000)))).toBe(403)
      expect(await status(presigned(600, new Date(now.getTime() + 3_600_000)))).toBe(403)
      expect(await status(presigned(604_801))).toBe(400)
      expect(await status(presigned(600).replace('en/index', 'fr/index'))).toBe(403)
      expect(await status(presigned(600).replace('Expires=600', 'Expires=601'))).toBe(403)
      expect(await status(presigned(600).replace(/&X-Amz-Signature=.*/, ''))).toBe(403)
    })
  })

  test('another scheme is refused', async () => {
    const answer = await rawHttp(server.port, { ...get, headers: { authorization: 'AWS AKID:signature' } })
    expect(code(answer.body)).toBe('AuthorizationHeaderMalformed')
  })

  test('writes without a signature are refused', async () => {
    for (const method of ['PUT', 'POST', 'DELETE']) {
      expect((await rawHttp(server.port, { method, url: '/site/a', headers: { 'content-length': '0' } })).status).toBe(403)
    }
    expect(await collect(store.list(''))).toEqual([])
  })
})

describe('bodies', () => {
  const body = 'a body, hello'
  const right = [
    ['content-md5', base64('md5', body)],
    ['x-amz-checksum-crc32', Buffer.from(crc32(body).toString(16).padStart(8, '0'), 'hex').toString('base64')],
    ['x-amz-checksum-crc32c', Buffer.from('b80b6b3c', 'hex').toString('base64')],
    ['x-amz-checksum-sha1', base64('sha1', body)],
    ['x-amz-checksum-sha256', base64('sha256', body)],
  ] as const

  test.each(right)('a right %s is let in, a wrong one is BadDigest, a malformed one InvalidDigest', async (name, value) => {
    const wrong = Buffer.from(value, 'base64').map((byte) => byte ^ 1)
    expect((await put('/site/a', body, { [name]: value })).status).toBe(200)
    await store.delete([key('a')])
    const refused = await put('/site/a', body, { [name]: Buffer.from(wrong).toString('base64') })
    expect([refused.status, code(refused.body)]).toEqual([400, 'BadDigest'])
    expect(code((await put('/site/a', body, { [name]: 'AAA' })).body)).toBe('InvalidDigest')
    expect(await store.get(key('a'))).toBeNull()
  })

  test('a body that is not the signed one is refused', async () => {
    const answer = await send({ method: 'PUT', url: '/site/a', body, payload: createHash('sha256').update('another').digest('hex') })
    expect([answer.status, code(answer.body)]).toEqual([400, 'XAmzContentSHA256Mismatch'])
    expect(await store.get(key('a'))).toBeNull()
  })

  test('an unsigned body is let in under a signed head', async () => {
    expect((await send({ method: 'PUT', url: '/site/a', body, payload: 'UNSIGNED-PAYLOAD' })).status).toBe(200)
  })

  test('a stream in chunks is refused, not stored as it came', async () => {
    const payload = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
    const headers = { 'content-encoding': 'aws-chunked', 'x-amz-trailer': 'x-amz-checksum-crc32' }
    const answer = await send({ method: 'PUT', url: '/site/a', body: '5\r\nhello\r\n0\r\n\r\n', payload, headers })
    expect([answer.status, code(answer.body)]).toEqual([501, 'NotImplemented'])
    expect(await store.get(key('a'))).toBeNull()
  })

  test('a body beyond the limit is refused before it is sent', async () => {
    const answer = await send({
      method: 'PUT',
      url: '/site/a',
      payload: 'UNSIGNED-PAYLOAD',
      headers: { 'content-length': `${bodyLimit + 1}` },
    })
    expect([answer.status, code(answer.body)]).toEqual([400, 'EntityTooLarge'])
  })

  test('a body of unknown length is refused', async () => {
    const headers = { 'transfer-encoding': 'chunked' }
    const answer = await send({ method: 'PUT', url: '/site/a', payload: 'UNSIGNED-PAYLOAD', headers, body: '1\r\nx\r\n0\r\n\r\n' })
    expect([answer.status, code(answer.body)]).toEqual([411, 'MissingContentLength'])
  })

  test('headers beyond the limit are refused', async () => {
    const answer = await rawHttp(server.port, { method: 'GET', url: '/', headers: { 'x-long': 'x'.repeat(20_000) } })
    expect(answer.status).toBe(431)
  })
})

describe('names that could leave the folder', () => {
  const names = ['../x', '../../etc/passwd', 'a/../../x', 'a/./b', 'a//b', '/x', 'a/', 'a\\..\\b', 'a\u0000b', 'a\nb', '..']
  const encodings: readonly (readonly [string, (name: string) => string])[] = [
    ['raw', (name) => name.replace(/[\u0000-\u0020]/g, (character) => encodeURIComponent(character))],
    ['percent-encoded', (name) => [...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')],
  ]
  const rows = encodings.flatMap(([form, encode]) => names.map((name) => ({ form, name, path: encode(name) })))

  test.each(rows)('S3 answers $name, $form, with 400', async ({ path }) => {
    for (const method of ['PUT', 'GET', 'HEAD', 'DELETE']) {
      expect((await send({ method, url: `/site/${path}`, body: method === 'PUT' ? 'x' : '' })).status).toBe(400)
    }
    expect(await collect(store.list(''))).toEqual([])
  })

  test.each(rows.filter(({ name }) => name !== 'a/'))('readers get 400 for $name, $form', async ({ path }) => {
    expect((await rawHttp(server.port, { method: 'GET', url: `/${path}` })).status).toBe(400)
  })

  test("the store's own folder is closed", async () => {
    const answer = await put('/site/.colophon-store/headers/x', 'x')
    expect([answer.status, code(answer.body)]).toEqual([400, 'InvalidArgument'])
    expect((await rawHttp(server.port, { method: 'GET', url: '/.colophon-store/headers/x' })).status).toBe(404)
  })

  test('broken escapes and longer names than 1,024 bytes are refused', async () => {
    expect((await rawHttp(server.port, { method: 'GET', url: '/a%zz' })).status).toBe(400)
    expect((await rawHttp(server.port, { method: 'GET', url: '/a%ff' })).status).toBe(400)
    expect(code((await put(`/site/${'x'.repeat(1025)}`, 'x')).body)).toBe('KeyTooLongError')
  })

  test('in a list of deletions each is told apart', async () => {
    await store.put(key('a&b'), Buffer.from('x'), html)
    const body = '<Delete><Object><Key>../x</Key></Object><Object><Key>a&amp;b</Key></Object></Delete>'
    const answer = await send({ method: 'POST', url: '/site?delete', body })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('<Deleted><Key>a&amp;b</Key></Deleted>')
    expect(answer.body).toContain('<Error><Key>../x</Key><Code>InvalidArgument</Code>')
    expect(await store.get(key('a&b'))).toBeNull()
  })

  test('a document type is refused', async () => {
    const body = '<!DOCTYPE x [<!ENTITY e "a">]><Delete><Object><Key>&e;</Key></Object></Delete>'
    const answer = await send({ method: 'POST', url: '/site?delete', body })
    expect([answer.status, code(answer.body)]).toEqual([400, 'MalformedXML'])
  })
})

describe('objects', () => {
  beforeEach(() => put('/site/a.txt', '0123456789', { 'content-type': 'text/plain', 'cache-control': 'no-cache' }))
  const get = (headers: Record<string, string> = {}, method = 'GET') => send({ method, url: '/site/a.txt', headers })

  test('HEAD tells what GET would, without the body', async () => {
    const [whole, head] = [await get(), await get({}, 'HEAD')]
    expect(whole).toMatchObject({ status: 200, body: '0123456789' })
    expect(head).toMatchObject({ status: 200, body: '' })
    for (const name of ['etag', 'content-type', 'cache-control', 'content-length'])
      expect(head.headers.get(name)).toBe(whole.headers.get(name))
  })

  const ranges = [
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['bytes=3-1', 200, '0123456789', undefined],
  ] as const
  test.each(ranges)('%s', async (range, status, body, described) => {
    const answer = await get({ range })
    expect(answer).toMatchObject({ status, body })
    expect(answer.headers.get('content-range')).toBe(described)
  })

  test('a range beyond the end is 416', async () => {
    expect((await get({ range: 'bytes=10-' })).status).toBe(416)
  })

  test('conditions on reading', async () => {
    const etag = (await get()).headers.get('etag') ?? ''
    expect(await get({ 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
    expect((await get({ 'if-match': etag })).status).toBe(200)
    expect((await get({ 'if-match': '"other"' })).status).toBe(412)
  })

  test('what this server does not do is 501, not something else', async () => {
    for (const [method, url] of [
      ['PUT', '/site/a.txt?acl'],
      ['POST', '/site?uploads'],
      ['GET', '/site?versioning'],
      ['GET', '/site'],
      ['GET', '/'],
    ] as const) {
      expect((await send({ method, url })).status, url).toBe(501)
    }
    expect((await put('/site/b', '', { 'x-amz-copy-source': '/other/a.txt' })).status).toBe(404)
    expect((await put('/site/a.txt', '', { 'if-match': '*' })).status).toBe(501)
    expect((await send({ method: 'POST', url: '/site/a.txt' })).status).toBe(405)
  })
})

describe('buckets', () => {
  test('its own can be created again, looked at and located; no other is there', async () => {
    expect((await send({ method: 'PUT', url: '/site' })).status).toBe(200)
    expect((await send({ method: 'HEAD', url: '/site/' })).status).toBe(200)
    expect((await send({ method: 'GET', url: '/site?location' })).body).toContain('<LocationConstraint></LocationConstraint>')
    expect((await send({ method: 'HEAD', url: '/other' })).status).toBe(404)
    expect((await send({ method: 'PUT', url: '/other' })).status).toBe(403)
    expect(code((await send({ method: 'PUT', url: '/other/a', body: 'x' })).body)).toBe('NoSuchBucket')
  })

  test('a listing rolls up below the delimiter, page after page', async () => {
    for (const name of ['a b', 'en/1', 'en/2', 'en/x/3', 'fr/1', 'z']) await store.put(key(name), Buffer.from(name), html)
    const seen: string[] = []
    let token = ''
    do {
      const more = token === '' ? '' : `&continuation-token=${token}`
      const { body } = await send({ method: 'GET', url: `/site?list-type=2&delimiter=%2F&max-keys=1&encoding-type=url${more}` })
      expect(body).toContain('<KeyCount>1</KeyCount>')
      seen.push(...[...body.matchAll(/<(?:Contents><Key|CommonPrefixes><Prefix)>(.*?)</g)].map(([, name = '']) => name))
      token = /<NextContinuationToken>(.*?)</.exec(body)?.[1] ?? ''
    } while (token !== '')
    expect(seen).toEqual(['a+b', 'en/', 'fr/', 'z'])
  })

  test('a common prefix is told even where the listing starts after its name', async () => {
    for (const name of ['en/1', 'fr/1']) await store.put(key(name), Buffer.from(name), html)
    const { body } = await send({ method: 'GET', url: '/site?list-type=2&delimiter=%2F&start-after=en%2F' })
    expect([...body.matchAll(/<CommonPrefixes><Prefix>(.*?)</g)].map(([, name]) => name)).toEqual(['en/', 'fr/'])
  })

  test('a listing of nothing, and one with a broken token', async () => {
    const { body } = await send({ method: 'GET', url: '/site?list-type=2&max-keys=0' })
    expect(body).toContain('<IsTruncated>false</IsTruncated>')
    expect((await send({ method: 'GET', url: '/site?list-type=2&continuation-token=%3F%3F' })).status).toBe(400)
    expect((await send({ method: 'GET', url: '/site?list-type=2&max-keys=-1' })).status).toBe(400)
  })
})

test('readers get the site: pages, an index, what they have already, what is not there', async () => {
  await store.put(key('en/index.html'), Buffer.from('all'), html)
  await store.put(key('404.html'), Buffer.from('nothing'), html)
  const get = (url: string, headers: Record<string, string> = {}, method = 'GET') => rawHttp(server.port, { method, url, headers })
  const page = await get('/en/')
  expect(page).toMatchObject({ status: 200, body: 'all' })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await get('/en/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  expect(await get('/en/', { 'if-none-match': page.headers.get('etag') ?? '' })).toMatchObject({ status: 304, body: '' })
  expect((await get('/en')).headers.get('location')).toBe('/en/')
  expect(await get('/en/x?a=1&a=2')).toMatchObject({ status: 404, body: 'nothing' })
  expect((await get('/site/en/index.html')).status).toBe(404)
})

test('a port in use is a failure that names it', async () => {
  const failure = await failureOf(startEmbeddedServer(store, { port: server.port, host: '127.0.0.1', bucket: 'site', credentials }))
  expect(failure).toMatchObject({ code: 'port-in-use', text: { exit: 3 } })
  expect(failure.message).toContain(String(server.port))
})
