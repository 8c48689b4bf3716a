import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Card } from '../../pipeline/model/edition.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { editionTable, indexable, pageLinks } from '../../pipeline/render/alternates.ts'
import { card, tag, tags, to, view } from './sample.ts'

const publications = fc.uniqueArray(
  fc.record({
    locale: fc.constantFrom(...tags),
    publication: fc.constantFrom('complete', 'marked', 'source') as fc.Arbitrary<Card['publication']>,
  }),
  { selector: ({ locale }) => locale, minLength: 1 },
)

test.prop([publications, fc.constantFrom(...tags)])(
  'hreflang is reciprocal and complete, canonical addresses stand in it',
  (each, sourceLocale) => {
    const cards = each.map((one) => card({ ...one, sourceLocale, slug: `in-${one.locale}` }))
    const [editions] = [...editionTable(cards, view.locales, to).values()]
    if (editions === undefined) throw new Error('no editions')
    const pages = new Map(cards.map((one) => [to.article(one).url, pageLinks(editions, one, view.locales)]))
    const indexed = cards.filter(indexable).map((one) => to.article(one).url)
    for (const [url, { canonical, alternates }] of pages) {
      const own = indexed.includes(url)
      const others = alternates.filter(({ hreflang }) => hreflang !== 'x-default')
      expect(new Set(others.map(({ href }) => href))).toEqual(new Set(own ? indexed : []))
      expect(alternates.filter(({ hreflang }) => hreflang === 'x-default')).toHaveLength(own ? 1 : 0)
      if (own) expect(canonical).toBe(url)
      for (const { href } of alternates) expect(pages.get(href)?.alternates).toEqual(alternates)
    }
  },
)

test('x-default is the source edition', () => {
  const cards = ['it', 'en', 'ar'].map((locale) => card({ locale: tag(locale), sourceLocale: tag('it') }))
  const editions = editionTable(cards, view.locales, to).get(card().article)
  expect(editions?.alternates.map(({ hreflang, href }) => [hreflang, href])).toEqual([
    ['en', 'https://news.example/en/2026/11/strait-talks/'],
    ['it', 'https://news.example/it/2026/11/strait-talks/'],
    ['ar', 'https://news.example/ar/2026/11/strait-talks/'],
    ['x-default', 'https://news.example/it/2026/11/strait-talks/'],
  ])
})

test('an untranslated edition points at its source, and readers still find it', () => {
  const french = card({ locale: tag('fr'), publication: 'source' })
  const editions = editionTable([card(), french], view.locales, to).get(french.article)
  if (editions === undefined) throw new Error('no editions')
  const { canonical, alternates, editions: links } = pageLinks(editions, french, view.locales)
  expect(canonical).toBe('https://news.example/en/2026/11/strait-talks/')
  expect(alternates).toEqual([])
  expect(links.map(({ locale, current }) => [locale.tag, current])).toEqual([
    ['en' as Locale, false],
    ['fr' as Locale, true],
  ])
})
