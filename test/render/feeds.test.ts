import { fc, test } from '@fast-check/vitest'
import { parseFeed } from '@rowanmanning/feed-parser'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect } from 'vitest'
import { Html } from '../../pipeline/model/html.ts'
import { atom, atomEntry } from '../../pipeline/render/atom.ts'
import { feedEntry } from '../../pipeline/render/feed-entry.ts'
import type { FeedHead } from '../../pipeline/render/feed-head.ts'
import { feedText } from '../../pipeline/render/feed-text.ts'
import { jsonFeed, jsonItem, textsOf } from '../../pipeline/render/json-feed.ts'
import { rss, rssItem } from '../../pipeline/render/rss.ts'
import { card, interfaceText, tag, to } from './sample.ts'
import { phrase, sampleArticle } from './sample-article.ts'

const arabic = card({ locale: tag('ar'), slug: 'مضيق', title: 'ضفّتان <على> & مضيق', updated: '2026-11-20T09:15:00.000Z' })
const context = { siteUrl: 'https://news.example', t: interfaceText('ar'), to }
const body = new Html('<p>النص<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup> <a href="/ar/b/">ب</a></p>')
const entry = feedEntry(arabic, feedText(sampleArticle({ body })), context)

const head: FeedHead = {
  title: 'Strait & Sound',
  locale: tag('ar'),
  home: 'https://news.example/ar/',
  files: { atom: 'https://news.example/ar/feed.xml', rss: 'https://news.example/ar/rss.xml', json: 'https://news.example/ar/feed.json' },
  publisher: { name: 'Strait & Sound', url: 'https://news.example/' },
  hub: 'https://hub.example/?a=1&b=2',
  updated: new Date('2026-11-20T09:15:00Z'),
}

describe('a feed', () => {
  const own = { url: to.article(arabic).url, id: 'tag:news.example,2026:ar/2026/11/strait-talks', title: 'ضفّتان <على> & مضيق' }

  test('as Atom says what a reader needs, by absolute addresses', () => {
    const xml = atom(head, [atomEntry(entry)])
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">')
    expect(parseAtomFeed(xml)).toMatchObject({
      id: 'https://news.example/ar/',
      title: { value: 'Strait & Sound' },
      updated: '2026-11-20T09:15:00.000Z',
      links: [
        { href: 'https://news.example/ar/feed.xml', rel: 'self' },
        { href: 'https://news.example/ar/', rel: 'alternate' },
        { href: 'https://hub.example/?a=1&b=2', rel: 'hub' },
      ],
      entries: [
        {
          id: own.id,
          title: { value: own.title },
          summary: { value: arabic.description },
          content: { type: 'html', value: entry.text?.content },
          published: '2026-11-18T17:00:00.000Z',
          updated: '2026-11-20T09:15:00.000Z',
          authors: [{ name: 'Orla Kinsallagh' }],
          contributors: [{ name: 'Withub' }, { name: 'ليلى حداد' }],
          links: [{ href: own.url, rel: 'alternate', hreflang: 'ar' }, { rel: 'related' }],
        },
      ],
    })
  })

  test('as RSS says the same', () => {
    const xml = rss(head, [rssItem(entry)])
    expect(parseRssFeed(xml)).toMatchObject({
      title: 'Strait & Sound',
      link: 'https://news.example/ar/',
      language: 'ar',
      lastBuildDate: 'Fri, 20 Nov 2026 09:15:00 GMT',
      atom: { links: [{ href: 'https://news.example/ar/rss.xml', rel: 'self' }, { rel: 'hub' }] },
      items: [
        {
          title: own.title,
          link: own.url,
          guid: { value: own.id, isPermaLink: false },
          pubDate: 'Wed, 18 Nov 2026 17:00:00 GMT',
          description: arabic.description,
          content: { encoded: entry.text?.content },
          dc: { creators: ['Orla Kinsallagh'], contributors: ['Withub', 'ليلى حداد'] },
        },
      ],
    })
  })

  test('as JSON Feed says the same', () => {
    const json = jsonFeed(head, [jsonItem(entry)])
    expect(parseJsonFeed(json)).toMatchObject({
      title: 'Strait & Sound',
      home_page_url: 'https://news.example/ar/',
      feed_url: 'https://news.example/ar/feed.json',
      language: 'ar',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }],
      items: [
        {
          id: own.id,
          url: own.url,
          title: own.title,
          summary: arabic.description,
          content_html: entry.text?.content,
          image: 'https://news.example/assets/quay.jpg',
          date_published: '2026-11-18T17:00:00.000Z',
          date_modified: '2026-11-20T09:15:00.000Z',
          authors: [{ name: 'Orla Kinsallagh' }],
          language: 'ar',
        },
      ],
    })
    expect(JSON.parse(json).version).toBe('https://jsonfeed.org/version/1.1')
    expect(JSON.parse(json).items[0]._translation).toEqual({
      team: 'Withub',
      translators: ['ليلى حداد'],
      original: 'https://news.example/it/accordo/',
    })
  })

  test.each([
    ['Atom', atom(head, [atomEntry(entry)])],
    ['RSS', rss(head, [rssItem(entry)])],
  ])('as %s is read alike by an independent reader', (_, xml) => {
    const feed = parseFeed(xml)
    expect(feed.language).toBe('ar')
    expect(feed.title).toBe('Strait & Sound')
    expect(feed.items).toHaveLength(1)
    const [item] = feed.items
    expect([item?.id, item?.url, item?.content]).toEqual([own.id, own.url, entry.text?.content])
    expect(item?.published).toEqual(new Date('2026-11-18T17:00:00Z'))
    expect(item?.authors.map(({ name }) => name)).toEqual(['Orla Kinsallagh'])
  })

  test('of which nothing has come out yet is whole', () => {
    expect(parseAtomFeed(atom(head, [])).entries ?? []).toEqual([])
    expect(parseRssFeed(rss(head, [])).items ?? []).toEqual([])
    expect(JSON.parse(jsonFeed(head, [])).items).toEqual([])
  })
})

describe('the text of an entry', () => {
  const text = (more: Parameters<typeof sampleArticle>[0]) => feedText(sampleArticle(more)).content

  test('has its own language and direction, and begins with its dateline', () => {
    const content = text({ body: new Html('<p>وصلت العبّارة.</p>'), image: null, place: phrase('بيرايوس') })
    expect(content).toMatch(/^<div lang="ar" dir="rtl"><p>بيرايوس — وصلت العبّارة\.<\/p>.*<\/div>$/s)
    const table = new Html('<table></table>')
    expect(text({ body: table, image: null, place: phrase('<b>') })).toContain('<p>&lt;b&gt;</p>\n<table></table>')
  })

  test('leads to pages, pictures and footnotes from wherever it is read', () => {
    expect(text({ body })).toContain('<a href="https://news.example/ar/talks/#user-content-fn-1" id="user-content-fnref-1">1</a>')
    expect(text({ body })).toContain('<a href="https://news.example/ar/b/">')
    expect(text({})).toContain('<figure><img src="https://news.example/assets/quay.jpg" alt="رصيف">')
    const pictures = new Html('<img src="/a.jpg" srcset="/a-1.avif 400w, /a-2.avif 800w" sizes="50vw" alt="x > y" style="--a: b">')
    expect(text({ body: pictures })).toContain(
      '<img src="https://news.example/a.jpg" srcset="https://news.example/a-1.avif 400w, https://news.example/a-2.avif 800w" alt="x > y">',
    )
  })

  test.each([
    ['https://other.example/a?b=1&amp;c', 'https://other.example/a?b=1&amp;c'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['//other.example/a', 'https://other.example/a'],
    ['list.pdf', 'https://news.example/ar/talks/list.pdf'],
  ])('leaves or completes %s', (href, absolute) => {
    expect(text({ body: new Html(`<a href="${href}">a</a>`) })).toContain(`<a href="${absolute}">a</a>`)
  })

  test('is what somebody wrote, though it looks like an address', () => {
    const code = new Html('<p><code>&#x3C;a href="/x"></code> class="b" "</p>')
    expect(text({ body: code })).toContain('<code>&#x3C;a href="/x"></code> class="b" "')
  })

  test('says without our stylesheet what isn’t current', () => {
    const notice = '<span class="outdated"><span>نص</span> <span class="notice" lang="ar" dir="rtl">تغيّر</span></span>'
    const marked = text({ body: new Html(`<p>${notice}</p>`), publication: 'marked', outdated: 1 })
    expect(marked).toContain('<span><span>نص</span> <small lang="ar" dir="rtl">(تغيّر)</small></span></p>')
    expect(marked).toMatch(/^<div lang="ar" dir="rtl"><p><em>/)
  })

  test('says what was wrong', () => {
    const corrections = [{ date: new Date('2026-11-20T09:15:00Z'), text: phrase('كان <الرقم> خطأ') }]
    expect(text({ corrections })).toContain('<span>كان &lt;الرقم&gt; خطأ</span></p>')
  })

  test('ends with the credit of its translators', () => {
    const content = text({})
    expect(content).toContain('النسخة العربية: Withub')
    expect(content).toContain('ليلى حداد')
    expect(content).toContain('<a href="https://news.example/it/accordo/" hreflang="it">')
    expect(content).toContain('النسخة العربية: Withub<br>\nالترجمة: ليلى حداد<br>\n<a href=')
    expect(text({ credit: null })).not.toContain('<hr>')
    expect(text({ credit: { team: null, translators: [], original: null, versionDate: null } })).not.toContain('<hr>')
  })

  test('is found again in the published feed', () => {
    const feed = jsonFeed(head, [jsonItem(entry)])
    expect(textsOf(feed)).toEqual(new Map([[entry.id, entry.text]]))
    expect(jsonItem({ ...entry, text: textsOf(feed).get(entry.id) ?? null })).toBe(jsonItem(entry))
    expect([...textsOf(feed.slice(0, 100)), ...textsOf('null'), ...textsOf('{"items":[null,1,{}]}')]).toEqual([])
  })

  test('that isn’t at hand is left out: the summary stands', () => {
    const without = feedEntry(arabic, null, context)
    expect(atomEntry(without)).not.toContain('<content')
    expect(rssItem(without)).not.toContain('content:encoded')
    expect(JSON.parse(jsonItem(without))).toMatchObject({ content_text: arabic.description })
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('</title><entry>', ']]>', '<![CDATA[', '&lt;b&gt;', '<!--', '&#0;', '<?xml?>', '\u0000', '"', '\uFFFE'),
)

test.prop([hostile, hostile, hostile])('stays well-formed, and text text, whatever the words', (title, author, caption) => {
  const image = { src: '/a.jpg', sources: [], alt: phrase(caption), caption: phrase(caption), credit: phrase(author) }
  const translated = { team: author, translators: [title], original: null, versionDate: null }
  const text = feedText(sampleArticle({ image, place: phrase(title), credit: translated }))
  const told = feedEntry(card({ title, description: caption, authors: [author], tags: [title] }), text, { ...context, t: (key) => key })
  for (const [xml, count] of [
    [atom(head, [atomEntry(told)]), 'entry'],
    [rss(head, [rssItem(told)]), 'item'],
  ] as const) {
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).not.toMatch(/[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/)
    expect(xml.split(`<${count}>`)).toHaveLength(2)
    expect(xml.isWellFormed()).toBe(true)
  }
  expect(JSON.parse(jsonFeed(head, [jsonItem(told)])).items[0].title).toBe(told.title.text)
  expect(parseAtomFeed(atom(head, [atomEntry(told)])).entries?.[0]?.content?.value).toBe(told.text?.content.replace(/\r\n?/g, '\n').trim())
})
