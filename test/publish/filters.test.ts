import { expect, test } from 'vitest'
import { article, config, smallSite, translation } from '../support/small-site.ts'

const one = { 'articles/one.md': article('One'), 'locales/it/articles/one.po': translation('it', 'One') }
const two = { 'articles/two.md': article('Two'), 'locales/it/articles/two.po': translation('it', 'Two', { slug: 'due' }) }
const mistaken = translation('it', 'One').replace('it Text here.', 'Testo testo qui.')

test.each([
  ['another article', { articles: ['two'] }],
  ['another locale', { locales: ['en'] }],
])('an error in %s is no error of a filtered publish, strict or not', async (_, wishes) => {
  const site = smallSite({ ...one, ...two, 'locales/it/articles/one.po': mistaken })
  expect(await site.publish({ ...wishes, strict: true })).toMatchObject({ errors: false })
  expect(await site.page('en/two/index.html')).toContain('<h1>Two</h1>')
  expect(await site.publish()).toMatchObject({ errors: true })
})

test('articles and locales that are left aside stay on the indexes, in the feeds and in the sitemap', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({ 'articles/three.md': article('Three'), 'articles/one.md': null, 'locales/it/articles/one.po': null })
  const { deleted, put } = await site.publish({ articles: ['three'] })
  expect(deleted).toEqual([])
  expect(put).toEqual([
    ...['en/three/index.html', 'en/author/ada/index.html', 'en/feed.json', 'en/feed.xml', 'en/index.html', 'en/rss.xml'],
    ...['index.html', 'sitemap.xml'],
  ])
  for (const index of ['en/index.html', 'en/feed.xml', 'sitemap.xml']) {
    const text = await site.page(index)
    for (const path of ['/en/one/', '/en/two/', '/en/three/']) expect(text, index).toContain(path)
  }
  const unfiltered = await site.publish()
  expect(unfiltered.deleted).toEqual(['en/one/index.html', 'it/one/index.html'])
})

test('what an article is no longer translated into stays whole until an unfiltered publish', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({ 'articles/two.md': article('Two', 'Text here.', 'translate: []\n') })
  await site.publish({ locales: ['en'] })
  expect(await site.page('it/due/index.html')).not.toBeNull()
  expect(await site.page('it/index.html')).toContain('/it/due/')
  expect(await site.page('en/two/index.html')).toContain('/it/due/')
  expect((await site.publish()).deleted).toEqual(['it/due/index.html'])
  expect(await site.page('it/index.html')).not.toContain('/it/due/')
  expect(await site.page('en/two/index.html')).not.toContain('/it/due/')
})

test('a filtered publish and the rest after it are the same as all at once', async () => {
  const files = { ...one, ...two, 'colophon.config.json': config() }
  const [parts, whole] = [smallSite(files), smallSite(files)]
  await parts.publish({ articles: ['one'], locales: ['it'] })
  await parts.publish({ articles: ['two'] })
  await parts.publish()
  const { put } = await whole.publish()
  for (const name of put) expect(await parts.page(name), name).toBe(await whole.page(name))
})
