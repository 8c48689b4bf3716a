import { Readable } from 'node:stream'
import { parseSitemap } from 'sitemap'
import { expect, test } from 'vitest'
import { article, type Files, type SmallSite, smallSite, translation } from '../support/small-site.ts'

const at = (time: string, title: string, more = 'translate: []\n') => article(title, 'Text here.', more).replace('2026-01-02', time)
const hour = 60 * 60 * 1000
const begin = Date.parse('2026-01-02T12:00:00Z')
const after = (hours: number) => ({ now: new Date(begin + hours * hour) })

const files: Files = {
  'articles/old.md': at('2025-12-31T11:59:59Z', 'Old'),
  'articles/one.md': at('2026-01-02T10:00:00Z', 'One & <two>'),
  'articles/two.md': at('2026-01-02T11:00:00Z', 'Two', ''),
  'locales/it/articles/two.po': translation('it', 'Two'),
}

async function news(site: SmallSite, locale: string) {
  const entries = await parseSitemap(Readable.from([(await site.page(`${locale}/news-sitemap.xml`)) ?? '']))
  return entries.map((entry) => entry.news)
}

const titles = async (site: SmallSite, locale: string) => (await news(site, locale)).map((entry) => entry?.title)

test('a news sitemap names the editions of the last two days, as Google wants to know them', async () => {
  const site = smallSite(files)
  await site.publish(after(0))
  expect(await titles(site, 'en')).toEqual(['Two', 'One & <two>'])
  expect(await news(site, 'it')).toEqual([
    { publication: { name: 'Small', language: 'it' }, publication_date: '2026-01-02T11:00:00+00:00', title: 'it Two' },
  ])
  expect(await site.page('robots.txt')).toContain('Sitemap: https://small.example/it/news-sitemap.xml\n')
})

test('what is no news any more leaves it, though nothing else has changed; in between a publish reads the root alone', async () => {
  const site = smallSite(files)
  await site.publish(after(0))
  expect(await site.publish(after(45.9))).toMatchObject({ put: [], requests: 1 })
  expect(await site.publish(after(46))).toMatchObject({ put: ['en/news-sitemap.xml'], deleted: [], unread: 3 })
  expect(await titles(site, 'en')).toEqual(['Two'])
  expect(await site.publish(after(46.9))).toMatchObject({ put: [], requests: 1 })
  expect((await site.publish(after(47))).put).toEqual(['en/news-sitemap.xml', 'it/news-sitemap.xml'])
  expect(await titles(site, 'it')).toEqual([])
  expect(await site.publish(after(10_000))).toMatchObject({ put: [], requests: 1 })
})

test('an article whose date is still to come is read when it has come', async () => {
  const site = smallSite({ ...files, 'articles/soon.md': at('2026-01-02T13:00:00Z', 'Soon') })
  const { held } = await site.publish(after(0))
  expect(held).toContainEqual({ article: 'soon', locale: 'en', why: 'dated 2026-01-02T13:00:00.000Z, which is still to come' })
  expect(await site.publish(after(0.9))).toMatchObject({ put: [], unread: 4, held })
  const { put, unread } = await site.publish(after(1))
  expect(put).toContain('en/soon/index.html')
  expect(unread).toBeLessThan(4)
  expect(await titles(site, 'en')).toEqual(['Soon', 'Two', 'One & <two>'])
})
