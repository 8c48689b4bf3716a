import { expect, test } from 'vitest'
import { article, config, smallSite, translation } from '../support/small-site.ts'

const files = {
  'articles/one.md': article('One'),
  'articles/two.md': article('Two', 'Text here.', 'translate: []\n'),
  'articles/draft.md': article('Draft', 'Text here.', 'draft: true\n'),
  'locales/it/articles/one.po': translation('it', 'One', { slug: 'uno' }),
  'colophon.config.json': config({ llms: true }),
}

test('each published page has a twin in Markdown, which it names, and so does llms.txt', async () => {
  const site = smallSite(files)
  const { put } = await site.publish()
  expect(put.filter((key) => key.endsWith('.md'))).toEqual(['en/one/index.md', 'en/two/index.md', 'it/uno/index.md'])
  expect(await site.page('it/uno/index.html')).toContain('<link rel="alternate" type="text/markdown" href="/it/uno/index.md">')
  expect(await site.page('it/uno/index.md')).toContain('# it One\n\n**it About One.**\n\nit Text here.\n')
  expect(await site.page('llms.txt')).toContain('- [it One](https://small.example/it/uno/index.md): it About One.\n')
})

test('a twin changes with its page, stays where that is held back, and goes with it', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'articles/one.md': article('One', 'Other text.') })
  expect((await site.publish()).put).toEqual(expect.arrayContaining(['en/one/index.md', 'it/uno/index.md']))
  site.write({ 'locales/it/articles/one.po': 'msgid "' })
  expect((await site.publish()).deleted).toEqual([])
  expect((await site.publish({ full: true })).deleted).toEqual([])
  expect(await site.page('it/uno/index.md')).toContain('it Text here.')
  site.write({ 'articles/two.md': null })
  expect((await site.publish()).deleted).toEqual(expect.arrayContaining(['en/two/index.html', 'en/two/index.md']))
})

test('a site that wants none has none', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'colophon.config.json': config() })
  expect((await site.publish()).deleted).toEqual(['en/one/index.md', 'en/two/index.md', 'it/uno/index.md', 'llms.txt'])
  expect(await site.page('en/one/index.html')).not.toContain('text/markdown')
})
