import { describe, expect, test } from 'vitest'
import { article, smallSite, translation } from '../support/small-site.ts'

const italian = (slug: string) => translation('it', 'Two', { slug })
const files = {
  'articles/one.md': article('One', '[Two](two.md)'),
  'articles/two.md': article('Two'),
  'locales/it/articles/two.po': italian('due'),
}

const list = async (site: ReturnType<typeof smallSite>) => JSON.parse((await site.page('redirects.json')) ?? '{"data":[]}').data

describe('an article that moves', () => {
  test('leaves a page that leads to where it is now, without script', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'locales/it/articles/two.po': italian('secondo') })
    const { put, deleted } = await site.publish()
    expect(put).toEqual(expect.arrayContaining(['it/secondo/index.html', 'it/due/index.html', 'redirects.json']))
    expect(deleted).toEqual([])
    const page = await site.page('it/due/index.html')
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/it/secondo/">')
    expect(page).toContain('<link rel="canonical" href="https://small.example/it/secondo/">')
    expect(page).toContain('<a href="/it/secondo/">it Two</a>')
    expect(await list(site)).toEqual([{ key: '/it/due/', value: '/it/secondo/' }])
  })

  test('is pointed at where it is, and nowhere else', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'locales/it/articles/two.po': italian('secondo') })
    await site.publish()
    for (const name of ['sitemap.xml', 'it/index.html', 'it/feed.xml', 'en/two/index.html']) {
      expect(await site.page(name)).not.toContain('/it/due/')
    }
  })

  test('and moves again is reached from both old addresses at once', async () => {
    const site = smallSite(files)
    await site.publish()
    for (const slug of ['secondo', 'terzo']) {
      site.write({ 'locales/it/articles/two.po': italian(slug) })
      await site.publish()
    }
    expect(await list(site)).toEqual([
      { key: '/it/due/', value: '/it/terzo/' },
      { key: '/it/secondo/', value: '/it/terzo/' },
    ])
    expect(await site.page('it/due/index.html')).toContain('url=/it/terzo/')
  })

  test('back is no redirect any more', async () => {
    const site = smallSite(files)
    await site.publish()
    for (const slug of ['secondo', 'due']) {
      site.write({ 'locales/it/articles/two.po': italian(slug) })
      await site.publish()
    }
    expect(await site.page('it/due/index.html')).not.toContain('http-equiv="refresh"')
    expect(await list(site)).toEqual([{ key: '/it/secondo/', value: '/it/due/' }])
  })

  test('gives its address up to an article that asks for it', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'articles/two.md': article('Two', 'Text here.', 'slug: second\n') })
    await site.publish()
    expect(await site.page('en/two/index.html')).toContain('url=/en/second/')
    site.write({ 'articles/new.md': article('New', 'Text here.', 'slug: two\n') })
    const { deleted } = await site.publish()
    expect(await site.page('en/two/index.html')).toContain('<h1>New</h1>')
    expect(deleted).toEqual(['redirects.json'])
  })
})

test('redirects stay through releases that have nothing to do with them', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'locales/it/articles/two.po': italian('secondo') })
  await site.publish()
  expect((await site.publish()).put).toEqual([])
  site.write({ 'articles/one.md': article('One', 'Other text.') })
  const { put, deleted } = await site.publish()
  expect([put.map(String).includes('it/due/index.html'), deleted]).toEqual([false, []])
  expect(await site.page('it/due/index.html')).toContain('url=/it/secondo/')
})

test('an article that goes away takes its redirects along', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'locales/it/articles/two.po': italian('secondo') })
  await site.publish()
  site.write({ 'articles/one.md': article('One'), 'articles/two.md': null, 'locales/it/articles/two.po': null })
  const { deleted } = await site.publish()
  expect(deleted).toEqual(expect.arrayContaining(['en/two/index.html', 'it/due/index.html', 'it/secondo/index.html', 'redirects.json']))
})
