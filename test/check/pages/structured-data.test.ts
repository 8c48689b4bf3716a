import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { checkPage } from '../../../pipeline/check/pages/check-page.ts'
import { Languages } from '../../../pipeline/check/pages/languages.ts'
import { readPage } from '../../../pipeline/check/pages/read-page.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { html } from '../../../pipeline/render/html.ts'

const languages = new Languages()
const url = 'https://news.example/en/talks/'
const date = '2026-07-21T16:00:00.000Z'
const alternates = [{ hreflang: 'en', href: url }]

function hitsOf(title: string, headline = title, author: unknown = { name: 'Ada' }): string[] {
  const data = { '@type': 'NewsArticle', headline, author, inLanguage: 'en', url, datePublished: date, dateModified: date }
  const page = html`<html lang="en"><head><title>${title} – News</title><link rel="canonical" href="${url}"><link rel="alternate" hreflang="en" href="${url}"></head><body><h1>${title}</h1><time datetime="${date}"></time></body></html>`
  const text = Buffer.from(String(page))
    .toString()
    .replace('</head>', () => `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></head>`)
  const edition = { title, date, updated: null, authors: ['Ada'], canonical: url, alternates }
  const hits = checkPage(readPage(text, { languages }), { url, locale: 'en' as Locale, edition }, languages)
  return hits.flatMap(({ rule, message }) => (rule === 'structured-data' ? message : []))
}

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom('a\u0000b', '\ud800', 'a\u00a0b', 'a\r\nb', '</h1>', '&amp;', '\u2028'),
)

test.prop([text.filter((one) => one.trim() !== '')])('whatever the title, a page that says it twice agrees with itself', (title) => {
  expect(hitsOf(title)).toEqual([])
})

test.each([
  ['a list', [{ '@type': 'Person', name: ' Ada' }], true],
  ['a name', 'Ada', true],
  ['none', undefined, true],
  ['another one', [{ name: 'Bo' }], false],
  ['one more', [{ name: 'Ada' }, { name: 'Bo' }], false],
  ['a nameless one', [{ '@type': 'Person' }], false],
])('authors that are %s', (_, author, agrees) => {
  const message = expect.stringMatching(/^Unexpected `author` .* in JSON-LD, expected \["Ada"\], as the page says$/)
  expect(hitsOf('Talks', 'Talks', author)).toEqual(agrees ? [] : [message])
})

test('another title does not', () => {
  expect(hitsOf('Talks', 'Talk')).toEqual([expect.stringContaining('Unexpected `headline` "Talk" in JSON-LD, expected "Talks"')])
})
