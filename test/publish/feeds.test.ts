import { parseFeed } from '@rowanmanning/feed-parser'
import { describe, expect, test } from 'vitest'
import { article, config, type Files, type SmallSite, smallSite, translation } from '../support/small-site.ts'

const on = (day: number, title: string, more = '') => article(title, 'Text here.', more).replace('2026-01-02', `2026-01-${day}`)

/** What the three formats of a feed list, which is the same. */
async function listed(site: SmallSite, folder: string): Promise<string[] | null> {
  const [atom, rss, json] = await Promise.all(['feed.xml', 'rss.xml', 'feed.json'].map((name) => site.page(`${folder}/${name}`)))
  if (atom == null && rss == null && json == null) return null
  const urls = JSON.parse(json ?? '').items.map(({ url }: { url: string }) => url)
  for (const xml of [atom, rss]) expect(parseFeed(xml ?? '').items.map(({ url }) => url)).toEqual(urls)
  return urls.map((url: string) => url.replace('https://small.example/', ''))
}

const text = async (site: SmallSite, folder = 'it') =>
  JSON.parse((await site.page(`${folder}/feed.json`)) ?? '').items.map(({ content_html }: { content_html?: string }) => content_html)

describe('the feeds of a language', () => {
  const files: Files = {
    'articles/new.md': on(12, 'New'),
    'articles/old.md': on(11, 'Old'),
    'articles/draft.md': on(13, 'Draft', 'draft: true\n'),
    'articles/later.md': on(14, 'Later').replace('2026', '2126'),
    'locales/it/articles/old.po': translation('it', 'Old'),
  }

  test('list exactly its published editions, the newest first', async () => {
    const site = smallSite(files)
    await site.publish()
    expect(await listed(site, 'en')).toEqual(['en/new/', 'en/old/'])
    expect(await listed(site, 'it')).toEqual(['it/old/'])
  })

  test('leave out what shows the source’s words, which is in the source’s feed', async () => {
    const site = smallSite({ ...files, 'colophon.config.json': config({ incomplete: 'source' }) })
    await site.publish()
    expect(await site.page('it/new/index.html')).toContain('<link rel="canonical" href="https://small.example/en/new/">')
    expect(await listed(site, 'it')).toEqual(['it/old/'])
    expect(await site.page('sitemap.xml')).not.toContain('/it/new/')
  })

  test('hold the latest, as many as the site says', async () => {
    const site = smallSite({ ...files, 'colophon.config.json': config({ feeds: { latest: 1 } }) })
    await site.publish()
    expect(await listed(site, 'en')).toEqual(['en/new/'])
  })

  test('tell what changed, and go with the last edition', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'locales/it/articles/old.po': translation('it', 'Old').replace('it Text', 'Testo') })
    await site.publish()
    expect(await text(site)).toEqual([expect.stringContaining('<p>Testo here.</p>')])
    site.write({ 'articles/old.md': null, 'locales/it/articles/old.po': null })
    expect((await site.publish()).deleted).toEqual(
      expect.arrayContaining(['it/feed.xml', 'it/rss.xml', 'it/feed.json', 'it/news-sitemap.xml']),
    )
  })

  test('name the hub that tells subscribers', async () => {
    const site = smallSite({ ...files, 'colophon.config.json': config({ feeds: { hub: 'https://hub.example/?a=1&b=2' } }) })
    await site.publish()
    expect(await site.page('en/feed.xml')).toContain('<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>')
    expect(await site.page('en/rss.xml')).toContain('<atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>')
    expect(JSON.parse((await site.page('en/feed.json')) ?? '').hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }])
  })
})

describe('the text of an edition that a run doesn’t show', () => {
  const files: Files = {
    'articles/one.md': on(11, 'One'),
    'articles/two.md': on(12, 'Two'),
    'locales/it/articles/one.po': translation('it', 'One'),
    'locales/it/articles/two.po': translation('it', 'Two'),
  }

  test('stays in the feed where an error holds it back', async () => {
    const site = smallSite(files)
    await site.publish()
    const before = await text(site)
    site.write({
      'locales/it/articles/one.po': 'msgid "',
      'locales/it/articles/two.po': translation('it', 'Two').replace('it Text', 'Testo'),
    })
    await site.publish()
    expect(await text(site)).toEqual([expect.stringContaining('Testo here.'), before[1]])
  })

  test.each(['gzip', 'brotli'])('is found though what is published is stored by %s', async (compress) => {
    const long = { ...files, 'articles/one.md': on(11, 'One').replace('Text here.', 'Long words. '.repeat(200)) }
    const site = smallSite({ ...long, 'colophon.config.json': config({ publish: { compress } }) })
    await site.publish()
    site.write({ 'articles/one.md': '---\ntitle: [\n---\n', 'articles/two.md': on(12, 'Two').replace('Text here.', 'Other text.') })
    await site.publish({ full: true })
    site.write({ 'colophon.config.json': config() })
    await site.publish()
    expect(await text(site, 'en')).toEqual([
      '<div lang="en" dir="ltr"><p>Other text.</p></div>',
      expect.stringContaining('Long words. Long words.'),
    ])
  })

  test('stays in the feed where it is left aside, whatever its files say by now', async () => {
    const site = smallSite(files)
    await site.publish()
    const before = await text(site, 'en')
    site.write({ 'articles/one.md': on(11, 'One').replace('Text', 'Unwanted text'), 'articles/three.md': on(13, 'Three') })
    await site.publish({ articles: ['three'] })
    expect(await text(site, 'en')).toEqual([expect.any(String), ...before])
  })

  test('is its summary where it comes into a feed that didn’t have it', async () => {
    const site = smallSite({ ...files, 'colophon.config.json': config({ feeds: { latest: 1 } }) })
    await site.publish()
    site.write({ 'articles/one.md': '---\ntitle: [\n---\n', 'articles/two.md': null, 'locales/it/articles/two.po': null })
    await site.publish()
    const [item] = JSON.parse((await site.page('en/feed.json')) ?? '').items
    expect(item).toMatchObject({ title: 'One', content_text: 'About One.' })
    expect(item).not.toHaveProperty('content_html')
  })
})

describe('the feeds of a tag', () => {
  const tagged: Files = {
    'articles/one.md': on(11, 'One', 'tags: [Sea, law]\n'),
    'articles/two.md': on(12, 'Two', 'tags: [sea]\n'),
    'locales/it/articles/one.po': translation('it', 'One'),
  }

  test('stand beside its page, which names them, and list what it lists', async () => {
    const site = smallSite(tagged)
    await site.publish()
    expect(await listed(site, 'en/tag/sea')).toEqual(['en/two/', 'en/one/'])
    expect(await listed(site, 'en/tag/law')).toEqual(['en/one/'])
    expect(await listed(site, 'it/tag/sea')).toEqual(['it/one/'])
    expect(await site.page('en/tag/sea/index.html')).toContain(
      '<link rel="alternate" type="application/rss+xml" href="/en/tag/sea/rss.xml" title="Sea – Small – Feed">',
    )
    expect(await site.page('en/tag/sea/feed.xml')).toContain('<title>Sea – Small</title>')
    expect(await site.page('en/tag/sea/feed.xml')).toContain(
      '<link rel="self" type="application/atom+xml" href="https://small.example/en/tag/sea/feed.xml"/>',
    )
  })

  test('are made only where an article of theirs has changed', async () => {
    const site = smallSite(tagged)
    await site.publish()
    site.write({ 'articles/two.md': on(12, 'Two', 'tags: [sea]\n').replace('Text here.', 'Other text.') })
    const { put } = await site.publish()
    expect(put.filter((key) => key.endsWith('.json'))).toEqual(['en/feed.json', 'en/tag/sea/feed.json'])
  })

  test('go with the last article, and where the site wants none', async () => {
    const site = smallSite(tagged)
    await site.publish()
    site.write({ 'articles/one.md': on(11, 'One', 'tags: [sea]\n') })
    await site.publish()
    expect((await site.publish()).put).toEqual([])
    site.write({ 'colophon.config.json': config({ feeds: { latestOfTag: 0 } }) })
    await site.publish()
    expect(await site.page('en/tag/sea/index.html')).toContain('href="/en/rss.xml"')
    expect((await site.publish({ full: true })).deleted).toEqual([])
  })
})
