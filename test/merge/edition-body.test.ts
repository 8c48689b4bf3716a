import { expect, test } from 'vitest'
import { cardOf } from '../../pipeline/merge/card.ts'
import { editionBody } from '../../pipeline/merge/edition-body.ts'
import type { Article } from '../../pipeline/model/article.ts'
import type { Edition, Publication, Words } from '../../pipeline/model/edition.ts'
import { plainContext } from '../support/own-words.ts'
import { articleOf, articleOfBody, locale } from '../support/read-text.ts'

/** An Italian edition in which the units of these texts have these words, and all else is as in the source. */
function italian(article: Article, words: Readonly<Record<string, Partial<Words>>>): Edition {
  const own = article.units.map(({ text, locale: quoted }): Words => {
    const source: Words = { origin: 'source', text, locale: quoted ?? article.locale, message: null }
    return { ...source, ...words[text] }
  })
  return { article, locale: locale('it'), words: own, catalog: null, complete: false, credit: null, translators: [] }
}

function bodyOf(edition: Edition, publication: Publication = 'marked', number: (value: number) => string = String): string {
  return editionBody(edition, {
    publication,
    t: (key, values) => [key, ...Object.values(values ?? {})].join(' & '),
    date: (date) => `il "${date}"`,
    number,
    link: (href) => ({ href }),
    picture: (src, words) => (src === 'held.jpg' ? null : plainContext([]).picture(`/assets/"${src}"`, words)),
  }).toString()
}

const it = locale('it')
const notice = (text: string) => ` <span class="notice" lang="it" dir="ltr">${text}</span>`

test('current words say nothing of themselves, outdated ones say it in the reader’s language, missing ones their own, too', () => {
  const article = articleOfBody('One.\n\nTwo.\n\n- Three.\n\n## Four\n\n| Five |\n|--|\n')
  const edition = italian(article, {
    'One.': { origin: 'translated', text: '*Uno.*', locale: it },
    'Two.': { origin: 'outdated', text: 'Due & *mezzo*.', locale: it },
    'Three.': { origin: 'missing', text: 'ثلاثة', locale: locale('ar') },
    Four: { origin: 'missing' },
    Five: { origin: 'outdated', text: 'Cinque', locale: it },
  })
  const body = bodyOf(edition)
  expect(body).toContain('<p><em>Uno.</em></p>')
  expect(body).toContain(`<p><span class="outdated"><span>Due &#x26; <em>mezzo</em>.</span>${notice('outdatedNotice')}</span></p>`)
  expect(body).toContain(`<li><span class="missing"><span lang="ar" dir="rtl">ثلاثة</span>${notice('missingNotice')}</span></li>`)
  expect(body).toContain('<span class="missing"><span lang="en" dir="ltr">Four</span></span></h2>')
  expect(body).toContain('<th><span class="outdated"><span>Cinque</span></span></th>')
})

test('where the source stands for what isn’t current, it stands for outdated words, too', () => {
  const edition = italian(articleOfBody('One.'), { 'One.': { origin: 'outdated', text: 'Uno.', locale: it } })
  expect(bodyOf(edition, 'source')).toBe(
    `<p><span class="missing"><span lang="en" dir="ltr">One.</span>${notice('missingNotice')}</span></p>`,
  )
})

test('an edition of which nothing is translated is the original, without a notice at each paragraph', () => {
  const article = articleOfBody('One.\n\nTwo.')
  const missing = Object.fromEntries(article.units.map(({ text }) => [text, { origin: 'missing' } as const]))
  const body = (words: Readonly<Record<string, Partial<Words>>>) => bodyOf(italian(article, words), 'source')
  const original = (text: string) => `<p><span class="original" lang="en" dir="ltr">${text}</span></p>`
  expect(body(missing)).toBe(`${original('One.')}\n${original('Two.')}`)
  expect(body({ ...missing, 'Two.': { origin: 'translated', text: 'Due.', locale: it } })).toContain(notice('missingNotice'))
  expect(body({ ...missing, 'Two.': { origin: 'missing', text: 'Dos.', locale: locale('es') } })).toContain(notice('missingNotice'))
})

const quoted = articleOfBody(':::quote{cite="https://p.example/1" author="A" lang="fa"}\nسلام\n\nخداحافظ\n:::\n')

test.each<[what: string, words: Readonly<Record<string, Partial<Words>>>, marked: boolean]>([
  ['in the original, all of it', {}, true],
  ['not yet translated', { سلام: { origin: 'missing' } }, true],
  ['kept in its own words by the translator', { سلام: { origin: 'translated', text: 'سلام', locale: it } }, true],
  [
    'translated',
    { سلام: { origin: 'translated', text: 'Ciao', locale: it }, خداحافظ: { origin: 'translated', text: 'Addio', locale: it } },
    false,
  ],
  [
    'borrowed from a third language',
    {
      سلام: { origin: 'missing', text: 'Hola', locale: locale('es') },
      خداحافظ: { origin: 'missing', text: 'Adiós', locale: locale('es') },
    },
    false,
  ],
  ['translated in part', { سلام: { origin: 'translated', text: 'Ciao', locale: it } }, false],
])('a passage quoted in another language has its language: %s', (_, words, marked) => {
  expect(bodyOf(italian(quoted, words))).toContain(`<blockquote cite="https://p.example/1"${marked ? ' lang="fa" dir="rtl"' : ''}>`)
})

test('words of pictures and dates are escaped, and the words of a picture that may not be shown stand in its place', () => {
  const article = articleOfBody(
    ':::quote{cite="https://p.example/1" author="A" date="2026-11-03"}\nSaid\n:::\n\n::figure{src="a.jpg" alt="An alt"}\n\n::figure{src="held.jpg" alt="Held"}\n',
  )
  const body = bodyOf(italian(article, { 'An alt': { origin: 'translated', text: 'Un "alt" & \\<b>', locale: it } }))
  expect(body).toContain('il &#x22;2026-11-03&#x22;')
  expect(body).toContain('src="/assets/&#x22;a.jpg&#x22;" alt="Un &#x22;alt&#x22; &#x26; <b>"')
  expect(body).toContain('<figure class="picture">Held</figure>')
})

test('what a post says in the reader’s language stands below it where it is shown in the original, and nowhere else', () => {
  const article = articleOfBody(':::quote{author="A" lang="fa" translation="Hello."}\nسلام\n:::\n')
  const post = (words: Readonly<Record<string, Partial<Words>>>) => bodyOf(italian(article, words))
  const ciao = { origin: 'translated', text: 'Ciao *a tutti*.', locale: it } as const
  expect(post({})).toMatch(/<blockquote lang="fa" dir="rtl">[\s\S]*<\/blockquote>\s*<p class="translation">Hello\.<\/p>\s*<figcaption>/)
  expect(post({ 'Hello.': ciao })).toContain('<p class="translation">Ciao <em>a tutti</em>.</p>')
  expect(post({ سلام: ciao, 'Hello.': ciao })).toMatch(/<blockquote>[\s\S]*Ciao[\s\S]*<\/blockquote>\s*<p class="translation"><\/p>/)
})

test('where a part of a post is translated, the words below it would say that part twice: they are left out', () => {
  const article = articleOfBody(':::quote{author="A" lang="fa" translation="Hello."}\nسلام\n\nخداحافظ\n:::\n')
  const ciao = { origin: 'translated', text: 'Ciao.', locale: it } as const
  expect(bodyOf(italian(article, {}))).toContain('<p class="translation">Hello.</p>')
  expect(bodyOf(italian(article, { سلام: ciao }))).toContain('<p class="translation"></p>')
})

test('a picture without words has an empty text, for readers who hear the page', () => {
  expect(bodyOf(italian(articleOfBody('Before.\n\n![](a.png)\n'), {}))).toContain('alt=""')
})

test('a footnote leads back to each of its marks that the translation kept', () => {
  const article = articleOfBody('One[^1] two[^1].\n\n[^1]: Note.\n')
  const marks = (body: string) =>
    [...body.matchAll(/href="#user-content-fnref-1(-2)?"[^>]*aria-label="([^"]*)"/g)].map(([, , label]) => label)
  expect(marks(bodyOf(italian(article, {})))).toEqual(['backToReference &#x26; 1', 'backToReference &#x26; 1-2'])
  const once = italian(article, { 'One[^1] two[^1].': { origin: 'translated', text: 'Uno[^1] due.', locale: it } })
  expect(marks(bodyOf(once))).toEqual(['backToReference &#x26; 1'])
  expect(bodyOf(once)).toMatch(/<p>Note\. <a [^>]*>↩<\/a>\s*<\/p>/)
})

test('footnotes are numbered in the digits of the reader’s locale, marks and ways back alike', () => {
  const article = articleOfBody('One[^1] two[^1] *three*[^b].\n\n[^1]: Note.\n\n[^b]: Other.\n')
  const body = bodyOf(italian(article, {}), 'marked', new Intl.NumberFormat('fa').format)
  expect([...body.matchAll(/data-footnote-ref="[^>]*>([^<]*)</g)].map(([, mark]) => mark)).toEqual(['۱', '۱', '۲'])
  expect([...body.matchAll(/aria-label="backToReference &#x26; ([^"]*)"/g)].map(([, label]) => label)).toEqual(['۱', '۱-۲', '۲'])
  expect(body).toContain('↩<sup>۲</sup>')
})

const story = articleOf(
  '---\ntitle: A title\ndescription: A standfirst\ndate: 2026-07-21\nupdated: 2026-07-22\nslug: a-title\nauthors: [Ada]\n---\n',
)
const isSlug = (text: string) => /^[\p{L}-]+$/u.test(text)

test('a card has the words that readers get, and their language where it is another', () => {
  const card = cardOf(
    italian(story, {
      'A title': { origin: 'translated', text: 'Un titolo', locale: it },
      'A standfirst': { origin: 'outdated', text: 'Un sommario', locale: it },
      'a-title': { origin: 'translated', text: 'citta\u0300', locale: it },
    }),
    'marked',
    isSlug,
  )
  expect(card).toMatchObject({ title: 'Un titolo', description: 'Un sommario', slug: 'città', locale: 'it', sourceLocale: 'en' })
  expect(card).toMatchObject({ date: '2026-07-20T22:00:00.000Z', updated: '2026-07-21T22:00:00.000Z' })
  expect([card.titleLocale, card.descriptionLocale]).toEqual([undefined, undefined])
})

test('a card of borrowed words says whose they are, and a slug that is none is the source’s', () => {
  const borrowed = italian(story, {
    'A standfirst': { origin: 'outdated', text: 'Un sommario', locale: it },
    'a-title': { origin: 'translated', text: 'un titolo', locale: it },
  })
  expect(cardOf(borrowed, 'source', isSlug)).toMatchObject({
    title: 'A title',
    titleLocale: 'en',
    description: 'A standfirst',
    descriptionLocale: 'en',
    slug: 'a-title',
  })
})
