import { describe, expect, test } from 'vitest'
import { article, config, smallSite, translation } from '../support/small-site.ts'

const files = {
  'articles/one.md': article('One'),
  'locales/it/articles/one.po': translation('it', 'One'),
  'articles/two.md': article('Two'),
  'locales/it/articles/two.po': translation('it', 'Two', { slug: 'due' }),
}
const indexes = ['en/index.html', 'en/feed.xml', 'it/index.html', 'it/feed.xml', 'sitemap.xml']

/** Where a path is pointed at. */
async function pointingAt(path: string, site: ReturnType<typeof smallSite>): Promise<string[]> {
  const found: string[] = []
  for (const name of [...indexes, 'en/two/index.html', 'it/due/index.html']) if ((await site.page(name))?.includes(path)) found.push(name)
  return found
}

test('an edition that isn’t complete is pointed at by nothing', async () => {
  const site = smallSite({
    ...files,
    'locales/it/articles/two.po': translation('it', 'Two', { slug: 'due' }).replace('"it Text here."', '""'),
  })
  const { held } = await site.publish()
  expect(held).toEqual([{ article: 'two', locale: 'it', why: '1 missing of 3 units' }])
  expect(await pointingAt('/it/due/', site)).toEqual([])
})

test('once complete, an edition stays: a changed source marks it', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'articles/two.md': article('Two', 'Text is here now.') })
  const { put, held, deleted } = await site.publish()
  const feeds = ['en', 'it'].flatMap((locale) => ['feed.json', 'feed.xml', 'rss.xml'].map((name) => `${locale}/${name}`))
  expect([put, held, deleted]).toEqual([['en/two/index.html', 'it/due/index.html', ...feeds], [], []])
  expect(await site.page('it/due/index.html')).toContain('class="notice"')
  expect(await pointingAt('/it/due/', site)).toEqual([
    'it/index.html',
    'it/feed.xml',
    'sitemap.xml',
    'en/two/index.html',
    'it/due/index.html',
  ])
})

test.each([
  ['source', 'articles/two.md', article('Two', 'Text the the here.'), ['en']],
  ['front matter', 'articles/two.md', '---\ntitle: [\n---\n', ['en', 'it']],
  ['pictures', 'articles/two.md', article('Two', '![None](none.jpg)'), ['en', 'it']],
  ['catalog', 'locales/it/articles/two.po', 'msgid "', ['it']],
])('an error in the %s leaves as it was what it touches', async (_, path, text, locales) => {
  const site = smallSite(files)
  await site.publish()
  // The Italian edition goes on, and says in its feed too that its words aren't current.
  const untouched = [...indexes, 'en/two/index.html'].filter((name) => name !== 'it/feed.xml' || locales.includes('it'))
  const before = await Promise.all(untouched.map((name) => site.page(name)))
  site.write({ [path]: text })
  const { held, deleted, errors } = await site.publish()
  expect([errors, deleted]).toEqual([true, []])
  expect(held.map(({ article: id, locale }) => [id, locale])).toEqual(locales.map((locale) => ['two', locale]))
  expect(await Promise.all(untouched.map((name) => site.page(name)))).toEqual(before)
  expect((await site.publish()).put).toEqual([])
})

test.each([
  ['a draft', { 'articles/two.md': article('Two', 'Text here.', 'draft: true\n') }],
  ['removed', { 'articles/two.md': null, 'locales/it/articles/two.po': null }],
])('an article that is %s goes, with all that points at it', async (_, change) => {
  const site = smallSite(files)
  await site.publish()
  site.write(change)
  const { deleted, held } = await site.publish()
  expect([deleted, held]).toEqual([['en/two/index.html', 'it/due/index.html'], []])
  for (const name of indexes) expect(await site.page(name), name).not.toMatch(/\/it\/due\/|\/en\/two\//)
})

test('more deletions than the limit are refused, and nothing is written', async () => {
  const site = smallSite({ ...files, 'colophon.config.json': config({ publish: { deleteLimit: 1 } }) })
  await site.publish()
  const manifest = await site.page('_colophon/manifest.json')
  site.write({ 'articles/two.md': null, 'locales/it/articles/two.po': null, 'articles/three.md': article('Three') })
  await expect(site.publish()).rejects.toMatchObject({ code: 'delete-limit', text: { exit: 2 } })
  expect(await site.page('_colophon/manifest.json')).toBe(manifest)
  expect(await site.page('en/three/index.html')).toBeNull()
})

describe('an article that is dated later', () => {
  const later = article('Two').replace('2026-01-02', '2026-12-24T18:00:00Z')
  const site = () => smallSite({ ...files, 'articles/one.md': article('One', '[Two](two.md)'), 'articles/two.md': later })
  const before = new Date('2026-12-24T17:59:59Z')
  const then = new Date('2026-12-24T18:00:00Z')

  test('is held, and pointed at by nothing, until then', async () => {
    const newsroom = site()
    const { put, held, errors } = await newsroom.publish({ now: before })
    expect(errors).toBe(false)
    expect(held).toContainEqual({ article: 'two', locale: 'en', why: 'dated 2026-12-24T18:00:00.000Z, which is still to come' })
    expect(held).toContainEqual({ article: 'two', locale: 'it', why: expect.stringContaining('still to come') })
    expect(put.filter((name) => /two|due/.test(name))).toEqual([])
    expect(await pointingAt('/en/two/', newsroom)).toEqual([])
    expect(await newsroom.page('en/one/index.html')).not.toContain('/en/two/')
  })

  test('is published by the first run after', async () => {
    const newsroom = site()
    await newsroom.publish({ now: before })
    const { put, held } = await newsroom.publish({ now: then })
    expect(put).toEqual(expect.arrayContaining(['en/two/index.html', 'it/due/index.html', 'en/one/index.html', 'sitemap.xml']))
    expect(held.filter((each) => each.article === 'two')).toEqual([])
  })

  test('stays where it is published already: a wrong date takes nothing away', async () => {
    const newsroom = smallSite(files)
    await newsroom.publish({ now: before })
    newsroom.write({ 'articles/two.md': later })
    const { deleted, held } = await newsroom.publish({ now: before })
    expect([deleted, held.map((each) => each.locale)]).toEqual([[], ['en', 'it']])
    expect(await newsroom.page('en/two/index.html')).not.toBeNull()
  })
})
