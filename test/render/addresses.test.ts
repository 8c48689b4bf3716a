import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { ArticleId } from '../../pipeline/model/article.ts'
import type { Digest } from '../../pipeline/model/digest.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import { parseKey } from '../../pipeline/model/key.ts'
import { addresses } from '../../pipeline/render/addresses.ts'
import { card, tag } from './sample.ts'

const root = addresses({ url: 'https://news.example' })
const below = addresses({ url: 'https://news.example/world' })
const en = tag('en')
const digest = '0123456789abcdef0123' as Digest

test.each([
  ['article', root.article(card()), 'en/2026/11/strait-talks/index.html', '/en/2026/11/strait-talks/'],
  [
    'article without folders',
    root.article(card({ article: 'talks' as ArticleId, slug: 'gespraeche' })),
    'en/gespraeche/index.html',
    '/en/gespraeche/',
  ],
  ['slug in another script', root.article(card({ slug: '海峡' })), 'en/2026/11/海峡/index.html', '/en/2026/11/%E6%B5%B7%E5%B3%A1/'],
  [
    'slug with what an address reserves',
    root.article(card({ slug: 'a?b#c%20' })),
    'en/2026/11/a?b#c%20/index.html',
    '/en/2026/11/a%3Fb%23c%2520/',
  ],
  ['first index', root.index(en), 'en/index.html', '/en/'],
  ['further index', root.index(en, 2), 'en/page/2/index.html', '/en/page/2/'],
  ['Atom feed', root.feeds(en, null).atom, 'en/feed.xml', '/en/feed.xml'],
  ['RSS feed', root.feeds(en, null).rss, 'en/rss.xml', '/en/rss.xml'],
  ['JSON Feed', root.feeds(en, null).json, 'en/feed.json', '/en/feed.json'],
  ['feed of a tag', root.feeds(en, 'Sea & Law').atom, 'en/tag/sea-law/feed.xml', '/en/tag/sea-law/feed.xml'],
  ['news sitemap', root.newsSitemap(en), 'en/news-sitemap.xml', '/en/news-sitemap.xml'],
  ['chooser', root.chooser(), 'index.html', '/'],
  ['404 of a locale', root.notFound(en), 'en/404.html', '/en/404.html'],
  ['404 of the site', root.notFound(null), '404.html', '/404.html'],
  ['sitemap', root.sitemap(), 'sitemap.xml', '/sitemap.xml'],
  ['part of the sitemap', root.sitemap(3), 'sitemap-3.xml', '/sitemap-3.xml'],
  ['robots', root.robots(), 'robots.txt', '/robots.txt'],
  ['asset', root.asset('style.css', digest), 'assets/style.0123456789abcdef.css', '/assets/style.0123456789abcdef.css'],
])('%s', (_, address, key, path) => {
  expect(address).toEqual({ key, path, url: `https://news.example${path}` })
})

test('a site below a path keeps its keys and puts the path before its links', () => {
  expect(below.index(en)).toEqual({ key: 'en/index.html', path: '/world/en/', url: 'https://news.example/world/en/' })
  expect(below.chooser()).toEqual({ key: 'index.html', path: '/world/', url: 'https://news.example/world/' })
})

test('two spellings of one name are one key', () => {
  expect(root.article(card({ slug: 'cafe\u0301' }))).toEqual(root.article(card({ slug: 'caf\u00e9' })))
})

describe('a slug never leaves its folder', () => {
  test.each(['..', '.', '', '../en', 'a/b', '\u0000', 'a\\b', 'a\nb', '\ud800', 'x'.repeat(1100)])('%j', (slug) => {
    expect(() => root.article(card({ slug }))).toThrow(Failure)
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 40 })])('whatever it is', (slug) => {
    let address: ReturnType<typeof root.article>
    try {
      address = root.article(card({ slug }))
    } catch (error) {
      expect(error).toMatchObject({ code: 'unsafe-address' })
      return
    }
    expect(parseKey(address.key)).toBe(address.key)
    expect(address.key.split('/')).toHaveLength(5)
    expect(new URL(address.url).pathname).toBe(address.path)
    expect(decodeURIComponent(address.path)).toBe(`/${address.key.slice(0, -'index.html'.length)}`)
  })
})
