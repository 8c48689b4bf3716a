import { expect, test } from 'vitest'
import { embeddedS3 } from '../support/embedded-s3.ts'
import { article, type Files, siteIn, smallSite, translation } from '../support/small-site.ts'

const titles = Array.from({ length: 40 }, (_, index) => `Story ${index}`)
const files: Files = Object.fromEntries(
  titles.flatMap((title, index) => [
    [`articles/${index}.md`, article(title)],
    [`locales/it/articles/${index}.po`, translation('it', title)],
  ]),
)

/** A site, published to the embedded server by the SDK. */
async function published(more: Files = {}) {
  const { store, dispose } = await embeddedS3()
  const site = siteIn(smallSite({ ...files, ...more }).root, store)
  const { put } = await site.publish()
  return { site, objects: put.length, [Symbol.asyncDispose]: dispose }
}

test('a publish of what is published asks for the root manifest alone, and reads nothing', async () => {
  await using made = await published()
  expect(await made.site.publish()).toMatchObject({ put: [], requests: 1, unread: 40, kept: made.objects })
})

test('where editions are held back, it asks for their names too', async () => {
  await using made = await published({ 'articles/new.md': article('New') })
  const { held, requests } = await made.site.publish()
  expect([held, requests]).toEqual([[{ article: 'new', locale: 'it', why: '3 missing of 3 units' }], 2])
})

test('a changed paragraph of an article that is in no feed any more costs a few requests, however large the site', async () => {
  await using made = await published()
  made.site.write({ 'locales/it/articles/7.po': translation('it', 'Story 7').replace('it Text', 'Testo') })
  const { put, unread, requests } = await made.site.publish()
  expect({ put, unread }).toEqual({ put: ['it/7/index.html'], unread: 39 })
  // Read: the root, the records of articles, two shards of the manifest. Write: probes, the lease and its end, what is announced, the copy of what goes,
  // the page, the records, a shard, the release that was, the root.
  expect(requests).toBeLessThanOrEqual(13)
})

test('one of an article that is new costs its feeds too', async () => {
  await using made = await published()
  made.site.write({ 'locales/it/articles/1.po': translation('it', 'Story 1').replace('it Text', 'Testo') })
  const { put, unread, requests } = await made.site.publish()
  expect({ put, unread }).toEqual({ put: ['it/1/index.html', 'it/feed.json', 'it/feed.xml', 'it/rss.xml'], unread: 39 })
  // What the others say is read from the published feed; three files are copied and put.
  expect(requests).toBeLessThanOrEqual(13 + 1 + 2 * 3)
})
