import { expect, test } from 'vitest'
import { defaultHeaders } from '../../pipeline/store/default-headers.ts'

const immutable = 'public, max-age=31536000, immutable'
const revalidate = 'public, max-age=0, must-revalidate'

test.each([
  ['en/index.html', 'text/html; charset=utf-8', revalidate],
  ['sitemap.xml', 'application/xml; charset=utf-8', revalidate],
  ['robots.txt', 'text/plain; charset=utf-8', revalidate],
  ['en/feed.json', 'application/json; charset=utf-8', revalidate],
  ['assets/style.1a2b.css', 'text/css; charset=utf-8', immutable],
  ['assets/talks.1a2b.avif', 'image/avif', immutable],
  ['assets/logo.1a2b.svg', 'image/svg+xml', immutable],
  ['_colophon/manifests/1a2b.shard', 'application/octet-stream', immutable],
  ['_colophon/manifest.json', 'application/json; charset=utf-8', revalidate],
  ['en/assets/a.css', 'text/css; charset=utf-8', revalidate],
  ['README', 'application/octet-stream', revalidate],
  ['en/a.html/b', 'application/octet-stream', revalidate],
])('%s is %s, %s', (key, contentType, cacheControl) => {
  expect(defaultHeaders(key)).toEqual({ contentType, cacheControl })
})
