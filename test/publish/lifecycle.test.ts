import { expect, test } from 'vitest'
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
  expect([put, held, deleted]).toEqual([['en/two/index.html', 'it/due/index.html'], [], []])
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
  const before = await Promise.all([...indexes, 'en/two/index.html'].map((name) => site.page(name)))
  site.write({ [path]: text })
  const { held, deleted, errors } = await site.publish()
  expect([errors, deleted]).toEqual([true, []])
  expect(held.map(({ article: id, locale }) => [id, locale])).toEqual(locales.map((locale) => ['two', locale]))
  expect(await Promise.all([...indexes, 'en/two/index.html'].map((name) => site.page(name)))).toEqual(before)
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
