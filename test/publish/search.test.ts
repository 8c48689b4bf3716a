import { expect, test } from 'vitest'
import type { StoredObject } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { collect } from '../support/collect.ts'
import { visible } from '../support/publisher.ts'
import { article, config, type Files, type SmallSite, siteIn, smallSite, translation } from '../support/small-site.ts'

const indexed = (keys: readonly string[], locale = '..') => keys.filter((key) => new RegExp(`^${locale}/pagefind/`).test(key))

const files: Files = {
  'colophon.config.json': config({ search: true }),
  'articles/one.md': article('One', 'Ferries sail.'),
  'articles/two.md': article('Two', 'Harbours wait.'),
  'locales/it/articles/one.po': translation('it', 'One', { body: 'Ferries sail.' }),
}

async function copyOf({ store }: SmallSite) {
  const copy = memoryStore()
  for (const { key } of await collect(store.list(''))) {
    const { body, headers } = (await store.get(key)) as StoredObject
    await copy.put(key, body, headers)
  }
  return copy
}

async function publishTo(site: SmallSite, full: boolean) {
  const { put, deleted, held } = await site.publish({ full })
  return { told: { put, deleted, held }, objects: await visible(site.store), made: (await readManifest(site.store)).manifest.made }
}

test('a language has an index of its own, which is published once and made anew where a page of that language has changed', async () => {
  const site = smallSite(files)
  const first = await site.publish()
  expect(indexed(first.put, 'en').filter((key) => key.includes('/fragment/'))).toHaveLength(2)
  expect(indexed(first.put, 'it').filter((key) => key.includes('/fragment/'))).toHaveLength(1)
  expect(await site.publish()).toMatchObject({ put: [], deleted: [] })
  expect(await site.publish({ full: true })).toMatchObject({ put: [], deleted: [] })
  site.write({ 'articles/two.md': article('Two', 'Harbours open.') })
  const { put, deleted } = await site.publish()
  expect(put).toContain('en/pagefind/pagefind-entry.json')
  expect([indexed(put, 'it'), indexed(deleted, 'it')]).toEqual([[], []])
  expect(indexed(deleted, 'en').filter((key) => key.includes('/fragment/'))).toHaveLength(1)
})

test.each([
  ['none', 'none'],
  ['gzip', 'gzip'],
])('an index that was made from published pages is the one that is made from all, stored as %s', async (_, compress) => {
  const site = smallSite({ ...files, 'colophon.config.json': config({ search: true, publish: { compress } }) })
  await site.publish()
  const pushes: Files[] = [
    { 'articles/two.md': article('Two', 'Harbours open.') },
    { 'articles/one.md': null },
    { 'articles/one.md': article('One', 'Ferries the the sail.'), 'articles/three.md': article('Three', 'Third.') },
    { 'articles/two.md': article('Two', 'The the harbours.'), 'articles/three.md': article('Three', 'Fourth.') },
  ]
  for (const push of pushes) {
    site.write(push)
    const clean = await publishTo(siteIn(site.root, await copyOf(site)), true)
    expect(await publishTo(site, false)).toEqual(clean)
  }
})

test('what is not published is not found: drafts, editions that are held back, articles that are gone', async () => {
  const site = smallSite({ ...files, 'articles/draft.md': article('Draft', 'Secret.', 'draft: true\n') })
  const fragments = async () => (await collect(site.store.list('en/pagefind/fragment/'))).length
  await site.publish()
  expect(await fragments()).toBe(2)
  site.write({ 'articles/two.md': null })
  await site.publish()
  const entry = JSON.parse((await site.page('en/pagefind/pagefind-entry.json')) ?? '{}')
  expect(entry.languages.en.page_count).toBe(1)
})

test('without the setting there is no search, and one that was there goes', async () => {
  const site = smallSite(files)
  await site.publish()
  site.write({ 'colophon.config.json': config() })
  const { deleted } = await site.publish()
  expect([indexed(deleted).length > 10, deleted.includes('en/search.html' as never)]).toEqual([true, true])
  expect(await site.page('en/one/index.html')).not.toContain('search.html')
})
