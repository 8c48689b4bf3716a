import { Readable } from 'node:stream'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { expect, test } from 'vitest'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { editionsByArticle } from '../../pipeline/render/alternates.ts'
import { robots } from '../../pipeline/render/robots.ts'
import { type SitemapFile, sitemap } from '../../pipeline/render/sitemap.ts'
import { card, tag, tags, to, view } from './sample.ts'

const articles = ['b', 'a'].flatMap((id) => tags.map((locale) => card({ article: id as ArticleId, locale, slug: `${id} & “${locale}”` })))
const duplicate = card({ article: 'c' as ArticleId, locale: tag('fr'), publication: 'source' })
const all = () => editionsByArticle([...articles, duplicate], view.locales, to)

function streamOf(file: SitemapFile | undefined): Readable {
  return Readable.from([Buffer.from(file?.body ?? '')])
}

test('lists each indexable page with all its editions', async () => {
  const [file, ...more] = sitemap(all(), view, to)
  expect(more).toEqual([])
  const pages = await parseSitemap(streamOf(file))
  const listed = [...articles].sort((one, other) => (one.article < other.article ? -1 : one.article > other.article ? 1 : 0))
  const homes = [...tags.map((locale) => to.index(locale).url), to.chooser().url]
  expect(pages.map(({ url }) => url)).toEqual([...homes, ...listed.map((one) => to.article(one).url)])
  const last = pages.at(-1)
  expect(last?.lastmod).toBe('2026-11-18T17:00:00.000Z')
  expect(last?.links.map(({ lang, url }) => [lang, url])).toEqual([
    ...tags.map((locale) => [locale, to.article(card({ article: 'b' as ArticleId, locale, slug: `b & “${locale}”` })).url]),
    ['x-default', to.article(card({ article: 'b' as ArticleId, slug: 'b & “en”' })).url],
  ])
})

test.each([
  ['addresses', { urls: 5, bytes: 1e9 }],
  ['bytes', { urls: 1e9, bytes: 6000 }],
])('becomes an index and its parts beyond the limit of %s', async (_, limits) => {
  const whole = await parseSitemap(streamOf(sitemap(all(), view, to)[0]))
  const [index, ...parts] = sitemap(all(), view, to, limits)
  expect((await parseSitemapIndex(streamOf(index))).map(({ url }) => url)).toEqual(parts.map(({ address }) => address.url))
  const each = await Promise.all(parts.map((part) => parseSitemap(streamOf(part))))
  expect(each.flat()).toEqual(whole)
  for (const part of each) expect(part.length).toBeLessThanOrEqual(limits.urls)
  for (const { body } of parts) expect(body.length).toBeLessThanOrEqual(limits.bytes)
})

test('robots.txt says where it is, and where the news are', () => {
  const sitemaps = ['sitemap.xml', 'en/news-sitemap.xml', 'it/news-sitemap.xml'].map((name) => `Sitemap: https://news.example/${name}\n`)
  expect(robots(to, [tag('en'), tag('it')])).toBe(`User-agent: *\nAllow: /\n\n${sitemaps.join('')}`)
})
