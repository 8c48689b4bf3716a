import { expect, test } from 'vitest'
import { article, smallSite, translation } from '../support/small-site.ts'

const one = { 'articles/one.md': article('One'), 'locales/it/articles/one.po': translation('it', 'One') }
const two = { 'articles/two.md': article('Two'), 'locales/it/articles/two.po': translation('it', 'Two', { slug: 'due' }) }

test('a published page keeps its address, whatever new article asks for it', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  const before = await site.page('en/two/index.html')
  site.write({ 'articles/aaa.md': article('Aaa', 'Text here.', 'slug: two\n') })
  const { held, errors } = await site.publish()
  expect(errors).toBe(true)
  expect(held).toContainEqual({ article: 'aaa', locale: 'en', why: expect.stringContaining('belongs to two already') })
  expect(await site.page('en/two/index.html')).toBe(before)
  expect(await site.page('en/index.html')).toContain('>Two</a>')
  expect(await site.page('en/index.html')).not.toContain('>Aaa</a>')
})

test('a published article that asks for the address of another one stays where it was', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({ 'articles/two.md': article('Two', 'Text here.', 'slug: one\n') })
  const { deleted, held } = await site.publish()
  expect(deleted).toEqual([])
  expect(held).toEqual([{ article: 'two', locale: 'en', why: expect.stringContaining('belongs to one already') }])
  expect(await site.page('en/one/index.html')).toContain('<h1>One</h1>')
  expect(await site.page('en/two/index.html')).toContain('<h1>Two</h1>')
  expect(await site.page('en/index.html')).toContain('href="/en/two/"')
})

test('an address that its article gives up is free at once', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({
    'articles/one.md': article('One', 'Text here.', 'slug: two\n'),
    'articles/two.md': article('Two', 'Text here.', 'slug: one\n'),
  })
  expect(await site.publish()).toMatchObject({ errors: false, held: [] })
  expect(await site.page('en/two/index.html')).toContain('<h1>One</h1>')
  expect(await site.page('en/one/index.html')).toContain('<h1>Two</h1>')
  site.write({
    'articles/one.md': null,
    'locales/it/articles/one.po': null,
    'articles/new.md': article('New', 'Text here.', 'slug: two\n'),
  })
  expect(await site.publish()).toMatchObject({ errors: false })
  expect(await site.page('en/two/index.html')).toContain('<h1>New</h1>')
})

test('the address of an edition that an error holds back is not free', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({ 'articles/two.md': '---\ntitle: [\n---\n', 'articles/aaa.md': article('Aaa', 'Text here.', 'slug: two\n') })
  await site.publish()
  expect(await site.page('en/two/index.html')).toContain('<h1>Two</h1>')
})

test('of two new articles at one address one is published, and links lead to no page of the other', async () => {
  const site = smallSite({
    'articles/a.md': article('A', 'Text here.', 'slug: same\n'),
    'articles/b.md': article('B', 'Text here.', 'slug: same\n'),
    'articles/c.md': article('C', 'See [it](b.md).'),
  })
  const { held } = await site.publish()
  const [name] = held.filter(({ locale }) => locale === 'en').map(({ article: id }) => id)
  expect(['a', 'b']).toContain(name)
  const linked = (await site.page('en/c/index.html'))?.includes('<a href="/en/same/">it</a>')
  expect(linked).toBe(name === 'a')
})

test('an article that lies in two files is published from neither, and stays as it was', async () => {
  const site = smallSite({ ...one, ...two })
  await site.publish()
  site.write({
    'articles/one/index.md': article('Another'),
    'articles/new.md': article('New'),
    'articles/new/index.md': article('New again'),
  })
  const { held, errors, deleted } = await site.publish()
  expect([errors, deleted]).toEqual([true, []])
  expect(held).toContainEqual({ article: 'new', locale: 'en', why: expect.stringContaining('articles/new/index.md:1:1') })
  expect(await site.page('en/new/index.html')).toBeNull()
  expect(await site.page('en/one/index.html')).toContain('<h1>One</h1>')
})
