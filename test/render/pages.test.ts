import { fc, test } from '@fast-check/vitest'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect } from 'vitest'
import type { Html } from '../../pipeline/model/html.ts'
import { indexPages } from '../../pipeline/render/list-pages.ts'
import { localeView } from '../../pipeline/render/locale-view.ts'
import { articlePage, chooserPage, notFoundPage } from '../../pipeline/render/pages.ts'
import { card, interfaceText, sampleShell, site, tag, tags, templates, to } from './sample.ts'
import { phrase, sampleArticle } from './sample-article.ts'

describe('an article', () => {
  test('says its language, its direction and its other editions', () => {
    const page = articlePage(templates, sampleArticle())
    expect(page).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/)
    expect(page).toContain('<link rel="canonical" href="https://news.example/ar/talks/">')
    expect(page).toContain('<link rel="alternate" hreflang="x-default" href="https://news.example/it/accordo/">')
    expect(page).toContain('<a href="/it/accordo/" hreflang="it" lang="it" dir="ltr">Italiano</a>')
    expect(page).toContain('<meta property="og:locale" content="ar_EG">')
    expect(page).toContain('<meta property="og:locale:alternate" content="it_IT">')
  })

  test('gives its translators their credit', () => {
    const page = articlePage(templates, sampleArticle())
    expect(page).toContain('النسخة العربية: Withub')
    expect(page).toContain('الترجمة: ليلى حداد')
    expect(page).toContain('<a href="/it/accordo/" hreflang="it">')
  })

  test('shows no link to an original that isn’t published', () => {
    const credit = { team: 'Withub', translators: [], original: null, versionDate: null }
    expect(articlePage(templates, sampleArticle({ credit, editions: [], alternates: [] }))).not.toContain('/it/accordo/')
  })

  test('marks a headline that isn’t current, in its own language, with a notice in the reader’s', () => {
    const title = phrase('Accordo sullo stretto', { lang: localeView({ tag: tag('it') }), origin: 'missing' })
    const page = articlePage(templates, sampleArticle({ title, publication: 'marked', missing: 1 }))
    expect(page).toContain('<h1 lang="it" dir="ltr">Accordo sullo stretto</h1>\n<p class="notice">لم تُترجم هذه الفقرة بعد.</p>')
  })

  test('says once of an untranslated edition which language it is in', () => {
    const title = phrase('Accordo sullo stretto', { lang: localeView({ tag: tag('it') }), origin: 'missing' })
    const page = articlePage(templates, sampleArticle({ title, publication: 'source', untranslated: true, missing: 12 }))
    expect(page.match(/class="notice"/g)).toHaveLength(1)
    expect(page).toContain('الإيطالية')
  })

  test('tells machines of its picture before its social card', () => {
    const socialCard = { src: '/assets/card.png', width: 1200, height: 630, alt: 'x' }
    expect(jsonLd(articlePage(templates, sampleArticle({ socialCard })))).toMatchObject({
      image: [
        { url: 'https://news.example/assets/quay.jpg' },
        { url: 'https://news.example/assets/card.png', width: '1200', height: '630' },
      ],
    })
  })

  test('tells machines what it translates and who translated it', () => {
    const data = jsonLd(articlePage(templates, sampleArticle()))
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      inLanguage: 'ar',
      datePublished: '2026-11-18T18:00:00+01:00',
      translationOfWork: { '@id': 'https://news.example/it/accordo/', inLanguage: 'it' },
      translator: [
        { '@type': 'Organization', name: 'Withub' },
        { '@type': 'Person', name: 'ليلى حداد' },
      ],
      image: [{ '@type': 'ImageObject', url: 'https://news.example/assets/quay.jpg' }],
    })
  })

  test('tells machines its translations where it is the original', () => {
    const data = jsonLd(articlePage(templates, sampleArticle({ ...sampleShell('it'), credit: null })))
    expect(data).toMatchObject({ inLanguage: 'it', workTranslation: [{ '@id': 'https://news.example/ar/talks/', inLanguage: 'ar' }] })
    expect(data).not.toHaveProperty('translationOfWork')
  })

  const wicked = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script><script>', '<!--<script>', '"><b onclick=x>', '&lt;', ']]>', '\0'),
  )
  test.prop([wicked, wicked, wicked])('has the same elements and attributes whatever its words', (title, name, alt) => {
    const usual = sampleArticle()
    const image = { src: '/assets/quay.jpg', sources: [], alt: phrase(alt), caption: phrase(alt), credit: phrase(name) }
    const calm = { ...image, alt: phrase('a'), caption: phrase('a'), credit: phrase('a') }
    const words = { title: phrase(title), description: phrase(title), place: phrase(name), authors: [name], tags: [title], image }
    const plain = { title: phrase('a'), description: phrase('a'), place: phrase('a'), authors: ['a'], tags: ['a'], image: calm }
    const page = articlePage(templates, { ...usual, ...words })
    expect(shape(parse(page))).toEqual(shape(parse(articlePage(templates, { ...usual, ...plain }))))
    expect(jsonLd(page)).toMatchObject({ headline: title.toWellFormed(), author: [{ name: name.toWellFormed() }] })
  })
})

describe('an index', () => {
  const cards = Array.from({ length: 41 }, (_, index) => card({ slug: `a-${index}` }))

  test('goes on to further pages, each linked with its neighbours', () => {
    const pages = indexPages(templates, sampleShell('en'), to, cards)
    expect(pages.map(({ address }) => address.path)).toEqual(['/en/', '/en/page/2/', '/en/page/3/'])
    expect(pages.map(({ html }) => html.match(/<h2>/g)?.length)).toEqual([20, 20, 1])
    expect(pages.map(({ html }) => [...html.matchAll(/href="([^"]+)" rel="(?:prev|next)"/g)].map(([, href]) => href))).toEqual([
      ['/en/page/2/'],
      ['/en/', '/en/page/3/'],
      ['/en/page/2/'],
    ])
  })

  test('is one page where there is nothing yet', () => {
    expect(indexPages(templates, sampleShell('en'), to, [])).toHaveLength(1)
  })

  test('is an edition of the other locales’ first pages', () => {
    const [first, second] = indexPages(templates, sampleShell('en'), to, cards)
    expect(first?.html.match(/rel="alternate" hreflang/g)).toHaveLength(tags.length + 1)
    expect(first?.html).toContain('hreflang="x-default" href="https://news.example/"')
    expect(second?.html).not.toContain('rel="alternate" hreflang')
  })

  test('describes itself by what stands first on it, in its own language alone', () => {
    const translated = card({ locale: tag('ar'), title: 'اتفاق المضيق' })
    const untranslated = card({ locale: tag('ar'), titleLocale: tag('en') })
    const [page] = indexPages(templates, sampleShell('ar'), to, [untranslated, translated])
    expect(page?.html).toContain('<meta name="description" content="أحدث المقالات · اتفاق المضيق">')
    const descriptions = indexPages(templates, sampleShell('en'), to, cards).map(
      ({ html }) => /name="description" content="([^"]*)"/.exec(html)?.[1],
    )
    expect(new Set(descriptions).size).toBe(3)
    expect(descriptions[1]).toMatch(/^Latest articles, Page 2 of 3 · /)
  })

  test('names the language of what is shown untranslated', () => {
    const translated = card({ locale: tag('ar'), descriptionLocale: tag('fr') })
    const untranslated = card({ locale: tag('ar'), titleLocale: tag('en') })
    const [page] = indexPages(templates, sampleShell('ar'), to, [translated, untranslated])
    expect(page?.html.match(/<h2(?: lang="[^"]*" dir="[^"]*")?>|<p class="standfirst"[^>]*>/g)).toEqual([
      '<h2>',
      '<p class="standfirst" lang="fr" dir="ltr">',
      '<h2 lang="en" dir="ltr">',
      '<p class="standfirst">',
    ])
  })
})

test('a page names its digits where they aren’t Latin, for the stylesheet to count lists in', () => {
  const shell = sampleShell('ar')
  const page = (digits: string) => notFoundPage(templates, { ...shell, formats: { ...shell.formats, digits } }, to, null).html
  expect(page('arab')).toMatch(/<html lang="ar" dir="rtl" data-digits="arab">/)
  expect(page('latn')).toMatch(/<html lang="ar" dir="rtl">/)
})

test('a page that isn’t found is none for search engines', () => {
  const page = notFoundPage(templates, sampleShell('en'), to, null)
  expect(page.address.key).toBe('404.html')
  expect(page.html).toContain('<meta name="robots" content="noindex">')
  expect(page.html).not.toContain('canonical')
})

test('the chooser offers each language in its own words', () => {
  const offers = new Map(tags.map((locale) => [locale, { count: 3, t: interfaceText(locale) }]))
  const { html, address } = chooserPage(templates, sampleShell(site.sourceLocale), to, offers)
  expect(address.key).toBe('index.html')
  expect(html).toContain('<li lang="ar" dir="rtl"><a href="/ar/" hreflang="ar">العربية</a> <span>3 مقالات</span></li>')
})

describe('a template that fails', () => {
  test('is named, with its page, its locale and its line', () => {
    const article = (): never => {
      const error = new TypeError('view.titel is undefined')
      error.stack = 'TypeError\n    at file:///site/pipeline/x.ts:1:1\n    at headline (file:///site/templates/article.ts:12:5)'
      throw error
    }
    expect(() => articlePage({ ...templates, article }, sampleArticle())).toThrow(
      expect.objectContaining({
        code: 'template-failed',
        text: expect.objectContaining({
          what: 'The template article failed on /ar/talks/ (ar).',
          why: 'view.titel is undefined',
          place: { file: 'templates/article.ts', line: 12, column: 5 },
        }),
      }),
    )
  })

  test('may also return no Html', () => {
    const article = (() => '<p>') as unknown as () => Html
    expect(() => articlePage({ ...templates, article }, sampleArticle())).toThrow(expect.objectContaining({ code: 'template-failed' }))
  })
})

function jsonLd(page: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
}

type Node = DefaultTreeAdapterTypes.Node

/** Elements with their attributes' names, without words. */
function shape(node: Node): unknown {
  const children = 'childNodes' in node ? node.childNodes.filter((child) => !child.nodeName.startsWith('#text')).map(shape) : []
  return [node.nodeName, 'attrs' in node ? node.attrs.map(({ name }) => name) : [], children]
}
