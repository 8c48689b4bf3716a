import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, built, catalog, findingsOf, frontMatter, newsroom } from './newsroom.ts'

const body = 'One paragraph.\n\nTwo paragraphs.\n\n- Three items.\n\n# Head\n\nSame.\n\nSame.\n'
const missing = (lang: string, words: string) =>
  `<span class="missing"><span lang="${lang}" dir="ltr">${words}</span> <span class="notice" lang="it" dir="ltr">Questo paragrafo non è ancora stato tradotto.</span></span>`
const outdated = (words: string) =>
  `<span class="outdated"><span>${words}</span> <span class="notice" lang="it" dir="ltr">L’originale di questo paragrafo è cambiato dopo la traduzione.</span></span>`

const partly = catalog(
  { context: 'title', id: 'Talks', text: 'Colloqui' },
  { id: 'One paragraph.', text: 'Vecchio.', flags: 'fuzzy', previous: 'A paragraph.' },
  { id: 'Two paragraphs.', text: 'Di nessuno.', flags: 'fuzzy' },
  { id: 'Head', text: 'Capo', flags: 'fuzzy', previous: 'Hed' },
  { id: 'Same.', text: 'Uguale.' },
  { context: '2', id: 'Same.', text: 'Idem.' },
)
const spanish = catalog({ id: 'Two paragraphs.', text: 'Dos.' }, { id: 'Three items.', text: 'Tres.', flags: 'fuzzy', previous: 'x' })
const files = { 'articles/a.md': article(body), 'locales/it/articles/a.po': partly, 'locales/es/articles/a.po': spanish }

test.each([
  ['hold', [], null],
  [
    'mark',
    ['es', 'en'],
    `<p>${outdated('Vecchio.')}</p><p>${missing('es', 'Dos.')}</p><ul><li>${missing('en', 'Three items.')}</li></ul><h2 id="head"><span class="outdated"><span>Capo</span></span></h2><p>Uguale.</p><p>Idem.</p>`,
  ],
  [
    'source',
    [],
    `<p>${missing('en', 'One paragraph.')}</p><p>${missing('en', 'Two paragraphs.')}</p><ul><li>${missing('en', 'Three items.')}</li></ul><h2 id="head"><span class="missing"><span lang="en" dir="ltr">Head</span></span></h2><p>Uguale.</p><p>Idem.</p>`,
  ],
])('an incomplete translation, %s', async (incomplete, fallback, expected) => {
  const root = newsroom(['en', { tag: 'it', incomplete, fallback }, 'es'], files)
  const { outcome, body: bodyOf, page } = await built(root)
  expect([outcome.status, bodyOf('it/a/index.html')]).toEqual([0, expected])
  // An edition that isn't published is in no switcher, feed, sitemap or hreflang.
  const places = ['en/a/index.html', 'sitemap.xml'].map((path) => page(path)?.includes('/it/a/'))
  expect([...places, page('it/feed.xml')?.includes('/it/a/') ?? false]).toEqual(
    incomplete === 'hold' ? [false, false, false] : incomplete === 'mark' ? [true, true, true] : [true, false, false],
  )
})

test('a marked edition needs a title in its language', async () => {
  const untitled = partly.replace('"Colloqui"', '""')
  const { page } = await built(newsroom(['en', { tag: 'it', incomplete: 'mark' }], { ...files, 'locales/it/articles/a.po': untitled }))
  expect(page('it/a/index.html')).toBeNull()
})

test('an edition appears once it is complete, stays and is marked, and survives its catalog’s mistakes', async () => {
  const po = 'locales/it/articles/a.po'
  const translated = catalog(...frontMatter, { id: 'Talks went on.', text: 'Avanti.' })
  const root = newsroom(['en', 'it'], { 'articles/a.md': article('Talks went on.\n'), [po]: catalog(...frontMatter) })
  const publish = async () => {
    const { status, stdout } = await colophon(['publish', '--root', root, '--to', join(root, 'bucket'), '--json'])
    const { put, deleted, held } = JSON.parse(stdout)
    return [
      status,
      put.includes('it/a/index.html'),
      deleted.filter((key: string) => key.endsWith('/a/index.html')).length,
      held.map(({ locale }: { locale: string }) => locale),
    ]
  }
  expect(await publish()).toEqual([0, false, 0, ['it']])
  writeFileSync(join(root, po), translated)
  expect(await publish()).toEqual([0, true, 0, []])
  writeFileSync(join(root, 'articles/a.md'), article('Talks went on and on.\n'))
  expect(await publish()).toEqual([0, true, 0, []])
  writeFileSync(join(root, po), `${translated}\nmsgid "half\n`)
  expect(await publish()).toEqual([1, false, 0, ['it']])
  writeFileSync(join(root, 'articles/a.md'), article('Talks went on.\n', { date: 'soon' }))
  expect(await publish()).toEqual([1, false, 0, ['en', 'it']])
  writeFileSync(join(root, 'articles/a.md'), article('Talks went on.\n', { draft: 'true' }))
  expect(await publish()).toEqual([1, false, 2, []])
})

test('each article has its own language, and translates into the other', async () => {
  const root = newsroom(['en', 'it'], {
    'articles/ciao.md': article('Ciao.\n', { lang: 'it', title: 'Saluto', description: 'Sommario' }),
    'locales/en/articles/ciao.po': catalog(
      { context: 'title', id: 'Saluto', text: 'Greeting' },
      { context: 'description', id: 'Sommario', text: 'Standfirst' },
      { context: 'slug', id: 'ciao', text: 'hello' },
      { id: 'Ciao.', text: 'Hello.' },
    ).replace('Language-Team: Withub', 'Language-Team: Withub <team@withub.example>'),
  })
  const { page, body: bodyOf } = await built(root)
  expect([bodyOf('it/ciao/index.html'), bodyOf('en/hello/index.html')]).toEqual(['<p>Ciao.</p>', '<p>Hello.</p>'])
  const english = page('en/hello/index.html') ?? ''
  expect(english).toContain('<link rel="alternate" hreflang="x-default" href="https://news.example/it/ciao/">')
  expect(english).toContain('<p class="team">English version by Withub</p>')
  expect(english).not.toContain('team@withub.example')
})

test('what is wrong in one place holds back what it touches, and nothing else', async () => {
  const translated = (id: string, text: string) => catalog(...frontMatter, { id, text })
  const root = newsroom(['en', 'it', 'es'], {
    'articles/source.md': article('It has the the double.\n'),
    'locales/it/articles/source.po': translated('It has the the double.', 'Bene.'),
    'articles/link.md': article('An [unsafe](javascript:x) link.\n'),
    'locales/it/articles/link.po': translated('An [unsafe](javascript:x) link.', 'Un [link](javascript:x).'),
    'articles/fields.md': article('Text.\n', { date: 'soon' }),
    'locales/it/articles/fields.po': translated('Text.', 'Testo.'),
    'articles/picture.md': article('![Gone](gone.png)\n'),
    'articles/catalog.md': article('Text 12.\n'),
    'locales/it/articles/catalog.po': translated('Text 12.', 'Testo 13.'),
    'locales/es/articles/catalog.po': translated('Text 12.', 'Texto 12.'),
    'articles/twice.md': article('Text.\n'),
    'articles/twice/index.md': article('Text.\n'),
  })
  const { outcome, page } = await built(root)
  const names = ['source', 'link', 'fields', 'picture', 'catalog', 'twice']
  const there = names.flatMap((name) =>
    ['en', 'it', 'es'].flatMap((tag) => (page(`${tag}/${name}/index.html`) === null ? [] : `${tag}/${name}`)),
  )
  expect([outcome.status, there]).toEqual([1, ['it/source', 'en/catalog', 'es/catalog']])
  // A translation whose original is held shows no link to it.
  expect(page('it/source/index.html')).not.toContain('hreflang="en"')
})

test('a fallback’s words stand in though the site isn’t published in it; its mistakes hold nothing back', async () => {
  const po = (...words: readonly string[]) =>
    catalog(
      ...['Talks', 'A short line', 'One.', 'Two.'].flatMap((id, at) => ({
        id,
        text: words[at] ?? '',
        ...(at < 2 && { context: at === 0 ? 'title' : 'description' }),
      })),
    )
  const files = {
    'articles/a.md': article('One.\n\nTwo.\n'),
    'locales/pt-BR/articles/a.po': po('Conversas', '', 'Um.'),
    'locales/pt/articles/a.po': po('Conversações', 'Um resumo', '', 'Dois.'),
  }
  const locales = ['en', { tag: 'pt-BR', fallback: ['pt', 'en'], incomplete: 'mark' }]
  const root = newsroom(locales, files)
  const { page, body: bodyOf, outcome } = await built(root)
  expect([outcome.status, page('pt/index.html'), /<p class="standfirst".*<\/p>/.exec(page('pt-BR/a/index.html') ?? '')?.[0]]).toEqual([
    0,
    null,
    '<p class="standfirst" lang="pt" dir="ltr">Um resumo</p>',
  ])
  expect(bodyOf('pt-BR/a/index.html')).toContain('<p>Um.</p><p><span class="missing"><span lang="pt" dir="ltr">Dois.</span>')
  expect(page('pt-BR/index.html')).toMatch(/<h2><a [^>]*>Conversas<\/a><\/h2>\n<p class="standfirst" lang="pt" dir="ltr">Um resumo<\/p>/)
  expect(await findingsOf(root)).toEqual([])

  const broken = newsroom(locales, { ...files, 'locales/pt/articles/a.po': 'msgid "half' })
  expect((await findingsOf(broken)).map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
    ['catalog-syntax', 'warning', 'locales/pt/articles/a.po'],
  ])
  expect((await built(broken)).body('pt-BR/a/index.html')).toContain('<span lang="en" dir="ltr">Two.</span>')
})
