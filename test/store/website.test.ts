import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { website } from '../../pipeline/store/website.ts'
import { key } from '../support/key.ts'

const store = memoryStore()
const answer = website(store)
const get = (target: string, ifNoneMatch?: string) => answer({ target, ifNoneMatch })

beforeAll(async () => {
  const html = { contentType: 'text/html; charset=utf-8' }
  const pages = [
    'index.html',
    'en/index.html',
    'en/404.html',
    '404.html',
    'en/a b/index.html',
    'fa/گفتگو/index.html',
    '_colophon/manifest.json',
  ]
  for (const page of pages) await store.put(key(page), Buffer.from(page), html)
  const headers = { contentType: 'text/css; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable', contentEncoding: 'br' }
  await store.put(key('assets/style.1a2b.css'), Buffer.from('css'), headers)
})

test.each([
  ['/', 200, 'index.html'],
  ['/?utm=1', 200, 'index.html'],
  ['/index.html', 200, 'index.html'],
  ['/en/', 200, 'en/index.html'],
  ['/en/index.html', 200, 'en/index.html'],
  ['/en/a%20b/', 200, 'en/a b/index.html'],
  ['/fa/%DA%AF%D9%81%D8%AA%DA%AF%D9%88/', 200, 'fa/گفتگو/index.html'],
  ['/en/nothing', 404, 'en/404.html'],
  ['/en/deep/er/nothing/', 404, 'en/404.html'],
  ['/it/nothing', 404, '404.html'],
  ['/nothing', 404, '404.html'],
  ['/_colophon/manifest.json', 404, '404.html'],
  ['/_Colophon/manifest.json', 404, '404.html'],
  ['/%5Fcolophon/manifest.json', 404, '404.html'],
  ['/_colophon', 404, '404.html'],
])('%s is answered %i with %s', async (target, status, page) => {
  const found = await get(target)
  expect([found.status, Buffer.from(found.body).toString('utf8')]).toEqual([status, page])
  expect(found.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' })
})

test.each([
  ['/en', '/en/'],
  ['/en?page=2', '/en/?page=2'],
  ['/en/a%20b', '/en/a%20b/'],
  ['/fa/گفتگو', '/fa/%DA%AF%D9%81%D8%AA%DA%AF%D9%88/'],
])('%s moves to %s', async (target, location) => {
  expect(await get(target)).toMatchObject({ status: 301, headers: { location } })
})

test.each([
  ['/w%C3%B6rld/', 200, undefined],
  ['/w%C3%B6rld/en/', 200, undefined],
  ['/w%C3%B6rld/en?x=1', 301, '/w%C3%B6rld/en/?x=1'],
  ['/w%C3%B6rld', 302, '/w%C3%B6rld/'],
  ['/', 302, '/w%C3%B6rld/'],
  ['/en/', 302, '/w%C3%B6rld/'],
  ['/w%C3%B6rldwide/', 302, '/w%C3%B6rld/'],
  ['/w%C3%B6rld//en/', 400, undefined],
  ['/w%C3%B6rld/../en/', 400, undefined],
  ['*', 400, undefined],
])('below a base path, %s is answered %i', async (target, status, location) => {
  const found = await website(store, '/w%C3%B6rld')({ target, ifNoneMatch: undefined })
  expect([found.status, found.headers['location']]).toEqual([status, location])
})

test('headers are those of the object', async () => {
  expect((await get('/assets/style.1a2b.css')).headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  })
})

test('a reader who has it already gets no body', async () => {
  const etag = (await get('/en/')).headers['etag'] ?? ''
  for (const list of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    expect(await get('/en/', list)).toMatchObject({ status: 304, body: '', headers: { etag } })
  }
  expect((await get('/en/', '"other"')).status).toBe(200)
})

test('the page for what is not there has no ETag: it must not be taken for the page that comes', async () => {
  expect((await get('/en/nothing')).headers).not.toHaveProperty('etag')
})

test('a site without a page for what is not there still answers', async () => {
  expect(await website(memoryStore())({ target: '/en/', ifNoneMatch: undefined })).toMatchObject({ status: 404 })
})

test.each(['//en', '/en//a', '/../x', '/%2e%2e/x', '/a%5Cb', '/a%00', '/%', 'en', '*', 'http://127.0.0.1/en/'])(
  '%s is no address',
  async (target) => {
    expect((await get(target)).status).toBe(400)
  },
)
