import { fc, test } from '@fast-check/vitest'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { Html } from '../../pipeline/model/html.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { llmsText } from '../../pipeline/render/llms-text.ts'
import { markdownTwin } from '../../pipeline/render/markdown-twin.ts'
import { card, tag, to, view } from './sample.ts'
import { phrase, sampleArticle } from './sample-article.ts'

const frontMatter = (twin: string): Record<string, unknown> => parse(/^---\n(.*?)\n---\n/s.exec(twin)?.[1] ?? '')

test('says what the page says, and of what it is a translation, by whom', () => {
  const twin = markdownTwin(sampleArticle())
  expect(frontMatter(twin)).toEqual({
    title: 'ضفّتان تتفقان على مضيق',
    description: 'نص من إحدى عشرة صفحة.',
    lang: 'ar',
    url: 'https://news.example/ar/talks/',
    date: '2026-11-18T18:00:00+01:00',
    authors: ['Orla Kinsallagh'],
    tags: ['القانون'],
    original: 'https://news.example/it/accordo/',
    originalLang: 'it',
    translation: 'Withub',
    translators: ['ليلى حداد'],
  })
  expect(twin).toContain('# ضفّتان تتفقان على مضيق\n\n**نص من إحدى عشرة صفحة.**\n')
  expect(twin).toContain('![رصيف](https://news.example/assets/quay.jpg)')
  expect(twin).toMatch(/النص\n$/)
})

test('keeps footnotes footnotes, and makes addresses absolute', () => {
  const body = new Html(
    '<p>A.<sup><a href="#user-content-fn-a%20b" id="user-content-fnref-a%20b" data-footnote-ref="">1</a></sup> <a href="/en/b/">B</a></p>\n' +
      '<section data-footnotes="" class="footnotes"><h2 class="sr-only">Notes</h2><ol><li id="user-content-fn-a%20b"><p>Note. ' +
      '<a href="#user-content-fnref-a%20b" data-footnote-backref="">↩</a></p></li></ol></section>',
  )
  const twin = markdownTwin(sampleArticle({ body }))
  expect(twin).toContain('A.[^a b] [B](https://news.example/en/b/)')
  expect(twin).toContain('[^a b]: Note.')
  expect(twin).not.toMatch(/Notes|↩/)
})

test('says what isn’t current', () => {
  const notice = '<p><span class="outdated"><span>T</span> <span class="notice" lang="ar" dir="rtl">N</span></span></p>'
  expect(markdownTwin(sampleArticle({ body: new Html(notice), publication: 'marked', outdated: 1 }))).toContain('T (N)')
})

const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('---\nlang: xx', '# A', '](x)', '<script>', '`', '\n\n## B', '"'))

test.prop([hostile, hostile])('whatever the words, its front matter is data, and has one headline', (title, name) => {
  const twin = markdownTwin(sampleArticle({ title: phrase(title), authors: [name], place: phrase(name) }))
  expect(frontMatter(twin)).toMatchObject({ title: title.toWellFormed(), authors: [name.toWellFormed()], lang: 'ar' })
  const { children } = fromMarkdown(twin.replace(/^---\n.*?\n---\n/s, ''))
  expect(children.filter((node) => node.type === 'heading' || node.type === 'html').length).toBeLessThanOrEqual(1)
})

test('llms.txt names the newest articles of each language, and no page that shows another one’s words', () => {
  const cards = new Map<Locale, ReturnType<typeof card>[]>([
    [tag('en'), [card({ title: 'A [b] <c>\n# d' })]],
    [tag('it'), [card({ locale: tag('it'), publication: 'source', title: 'Not' })]],
  ])
  const text = llmsText(cards, view, to)
  expect(text).toMatch(
    /^# Strait \\& Sound\n\n## English\n\n- \[A \\\[b\\\] \\<c\\> \\# d\]\(https:\/\/news\.example\/en\/2026\/11\/strait-talks\/index\.md\): After nine/,
  )
  expect(text).not.toContain('Not')
  expect(text).toContain('\n## Optional\n\n- [Sitemap](https://news.example/sitemap.xml)\n')
})
