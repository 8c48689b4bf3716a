import { expect, test } from 'vitest'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { png } from '../support/picture.ts'
import { article, type Files, smallSite } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const slug = (text: string) => article('A', 'Text here.', `slug: "${text}"\n`)
const picture = (name: string) => ({ 'articles/a.md': article('A', `![A](./${name})`), [`articles/${name}`]: png(1) })

/** A folder is the store with the narrowest names. */
async function publish(files: Files) {
  const site = smallSite({ 'articles/right.md': article('Right'), ...files }, directoryStore(temporarySite({})))
  const published = await site.publish()
  expect(published.put).toContain('en/right/index.html')
  return published
}

test.each([
  ['a folder called as a file of the site', { 'articles/feed.xml/a.md': article('A') }],
  ['another such folder', { 'articles/b/index.html/a.md': article('A'), 'articles/b.md': article('B') }],
  ['a reserved folder', { 'articles/page/2.md': article('A') }],
  ['a reserved folder in capitals', { 'articles/Page/2.md': article('A') }],
  ['a path too long for a key', { [`articles/${'folder/'.repeat(100)}a.md`]: article('A') }],
  ['a slug too long for a disk', { 'articles/a.md': slug('新'.repeat(90)) }],
  ['a slug of several segments', { 'articles/a.md': slug('../a') }],
  ['a slug called as a file of the site', { 'articles/a.md': slug('index.html') }],
])('%s holds back its article alone', async (_, files) => {
  const { put, errors } = await publish(files)
  expect([errors, put.filter((key) => /^en\/(?!author\/).+\//.test(key))]).toEqual([
    true,
    'articles/b.md' in files ? ['en/b/index.html', 'en/right/index.html'] : ['en/right/index.html'],
  ])
})

test.each([
  ['letters of any script', { 'articles/a.md': slug('新闻-گفتگو') }, 'en/新闻-گفتگو/index.html'],
  ['folders', { 'articles/2026/07/a.md': article('A') }, 'en/2026/07/a/index.html'],
])('%s make a key', async (_, files, key) => {
  expect((await publish(files)).put).toContain(key)
})

test.each(['p'.repeat(251), '新'.repeat(83)])(
  'a picture whose name is as long as a disk allows has files with shorter ones',
  async (stem) => {
    const { put, errors } = await publish(picture(`${stem}.jpg`))
    const names = put.filter((key) => key.startsWith(`assets/${stem.slice(0, 70)}`)).map((key) => Buffer.byteLength(key.slice(7)))
    expect([errors, names.length, names.every((bytes) => bytes > 240 && bytes <= 255)]).toEqual([false, 3, true])
  },
)
