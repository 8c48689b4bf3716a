import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('programs read how far every translation is', async () => {
  const { status, stdout } = await colophon(['status', '--json', '--root', fixture('two-newsrooms')])
  const none = { outdated: 0, missing: 0, outdatedWords: 0, missingWords: 0 }
  const complete = { units: 7, translated: 7, words: 37, translatedWords: 37, ...none }
  const partial = { units: 7, translated: 3, outdated: 1, missing: 3, words: 37, translatedWords: 14, outdatedWords: 2, missingWords: 21 }
  const short = { units: 3, translated: 3, words: 12, translatedWords: 12, ...none }
  const harbour = { title: 'The harbour opens on Monday', sourceLocale: 'en', file: 'articles/2026/harbour.md' }
  const ciao = { title: 'Il mercato riapre', sourceLocale: 'it', file: 'articles/ciao/index.md' }
  const current = { correction: false, oldestOutdated: null }
  const of = (counts: object, article: object, published: string, catalog: string, name: string) => ({
    ...counts,
    oldestOutdated: null,
    translators: [{ ...counts, name, articles: 1 }],
    articles: {
      ['title' in article && article.title === ciao.title ? 'ciao' : '2026/harbour']: {
        ...counts,
        ...article,
        ...current,
        published,
        catalog,
        translators: [name],
      },
    },
  })
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    {
      locales: {
        en: of(short, ciao, 'complete', 'locales/en/articles/ciao.po', 'Two Newsrooms Desk'),
        it: of(complete, harbour, 'complete', 'locales/it/articles/2026/harbour.po', 'Translators of Trieste'),
        ar: of(partial, harbour, 'marked', 'locales/ar/articles/2026/harbour.po', 'مترجمو الميناء'),
      },
      held: [],
    },
  ])
})

test.each([
  ['hold', 'held'],
  ['mark', 'marked'],
  ['source', 'source'],
])('with `%s` an incomplete translation is %s', async (incomplete, published) => {
  const root = fixture('two-newsrooms')
  writeFileSync(join(root, 'colophon.config.json'), JSON.stringify({ locales: ['en', 'it', 'ar'], incomplete }))
  const { stdout } = await colophon(['status', '--json', '--locale', 'ar', '--root', root])
  expect(JSON.parse(stdout).locales.ar.articles['2026/harbour'].published).toBe(published)
})

test('a draft is held however complete it is', async () => {
  const root = fixture('two-newsrooms')
  writeFileSync(
    join(root, 'articles/ciao/index.md'),
    '---\ntitle: Il mercato riapre\ndescription: Dopo due anni di lavori.\ndate: 2026-10-01\nlang: it\nauthors: [Bruno Conti]\ntranslate: [en]\ndraft: true\n---\n\nIl mercato riapre sabato.\n',
  )
  const { stdout } = await colophon(['status', '--json', '--root', root])
  const { locales, held } = JSON.parse(stdout)
  expect(locales.en.articles.ciao).toMatchObject({ units: 3, translated: 3, outdated: 0, missing: 0, published: 'held' })
  expect(held).toEqual(['it', 'en'].map((locale) => ({ article: 'ciao', locale, why: 'a draft' })))
})

test('people read a table', async () => {
  const { status, stdout } = await colophon(['status', '--locale', 'it,ar', '--root', fixture('two-newsrooms')])
  expect([status, stdout]).toEqual([
    0,
    [
      'it  7 of 7 units translated, 0 outdated, 0 missing; 37 of 37 words in 1 article',
      '  2026/harbour  100%  complete',
      '  by Translators of Trieste: 37 of 37 words in 1 article',
      '',
      'ar  3 of 7 units translated, 1 outdated, 3 missing; 14 of 37 words (2 outdated) in 1 article',
      '  2026/harbour   42%  marked  1 outdated, 3 missing',
      '  by مترجمو الميناء: 14 of 37 words (2 outdated) in 1 article',
      '',
    ].join('\n'),
  ])
})

test('pull requests read Markdown: sums in sight, articles folded away', async () => {
  const { stdout } = await colophon(['status', '--format', 'markdown', '--locale', 'ar', '--root', fixture('two-newsrooms')])
  expect(stdout).toContain('| ar | 7 | 3 | 1 | 3 | 37 |  |\n')
  expect(stdout).toContain('<details>\n<summary>ar: 1 article to do</summary>\n\n')
  expect(stdout).toContain('| [2026/harbour](locales/ar/articles/2026/harbour.po) | 7 | 3 | 1 | 3 | marked |  | مترجمو الميناء |\n')
})

test('managing editors look at a page that needs nothing else', async () => {
  const { status, stdout } = await colophon(['status', '--format', 'html', '--root', fixture('two-newsrooms')])
  expect([status, stdout.startsWith('<!doctype html>\n<html lang="en" dir="ltr">'), stdout.endsWith('</html>\n')]).toEqual([0, true, true])
  expect(stdout).toContain('<bdi lang="en" dir="ltr">The harbour opens on Monday</bdi>')
  expect(stdout).toContain('<bdi>مترجمو الميناء</bdi>')
  expect(stdout).not.toMatch(/<script|<link|<img|@import|url\(/)
})

test('the page is in the newsroom’s own language, with its digits and its direction', async () => {
  const root = temporarySite({
    'colophon.config.json':
      '{ "site": { "name": "S", "url": "https://s.example" }, "sourceLocale": "fa", "locales": [{ "tag": "fa", "calendar": "gregory", "numberingSystem": "arabext" }, "sv"] }',
    ...article('a', 'یک دو سه.', 'lang: fa\n'),
  })
  const { status, stdout, stderr } = await colophon(['status', '--format', 'html', '--root', root])
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('interface')])
  expect(stdout).toContain('<html lang="fa" dir="rtl">')
  expect(stdout).toContain('<h2 id="locale-sv">سوئدی <bdi class="quiet" lang="sv" dir="ltr">Svenska</bdi></h2>')
  expect(stdout).toContain('واژه‌ها: ۰ از ۵')
})

test('a locale that isn’t the newsroom’s own needs no words for it', async () => {
  const words = (locale: string) => JSON.parse(readFileSync(new URL(`../../locales/${locale}/interface.json`, import.meta.url), 'utf8'))
  const others = Object.fromEntries(Object.entries(words('nl')).filter(([key]) => !key.startsWith('status.')))
  const root = temporarySite({
    'colophon.config.json': '{ "site": { "name": "S", "url": "https://s.example" }, "locales": ["en", "sv"] }',
    'locales/sv/interface.json': JSON.stringify(others),
    ...article('a', 'One.'),
  })
  const { stdout } = await colophon(['check', '--root', root, '--format', 'json'])
  expect(JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'interface-missing')).toEqual([])
})

test('a site’s own part of the page serves the built-in page', async () => {
  const root = temporarySite({
    ...config,
    ...article('a', 'One.'),
    'templates/status-style.ts': "import { html } from 'colophon'\nexport const statusStyle = html`<style>/* ours */</style>`\n",
  })
  const { status, stdout } = await colophon(['status', '--format', 'html', '--root', root])
  expect([status, stdout]).toEqual([0, expect.stringContaining('/* ours */')])
})

test('what can not be read counts as missing, is told and ends with 1', async () => {
  const { status, stdout, stderr } = await colophon(['status', '--json', '--quiet', '--root', fixture('mistakes')])
  const { locales, held } = JSON.parse(stdout)
  expect(status).toBe(1)
  expect(locales.fr.articles.talks).toMatchObject({ units: 4, translated: 0, outdated: 0, missing: 4, published: 'held' })
  expect(held).toContainEqual({ article: 'talks', locale: 'fr', why: expect.stringContaining('locales/fr/articles/talks.po:5:7') })
  expect(stderr).toContain('locales/fr/articles/talks.po:5:7: error')
})

const article = (id: string, body: string, more = ''): Record<string, string> => ({
  [`articles/${id}.md`]: `---\ntitle: ${id}\ndescription: d\ndate: 2026-01-01\nauthors: [A]\n${more}---\n\n${body}\n`,
})

const catalog = (id: string, ...messages: readonly string[]): Record<string, string> => ({
  [`locales/it/articles/${id}.po`]: [
    '# Translator: Ada Bell <ada@example.org>\nmsgid ""\nmsgstr "Language: it\\n"\n',
    `msgctxt "title"\nmsgid "${id}"\nmsgstr "t"\n`,
    'msgctxt "description"\nmsgid "d"\nmsgstr "d"\n',
    ...messages,
  ].join('\n'),
})

const config = { 'colophon.config.json': '{ "site": { "name": "S", "url": "https://s.example" }, "locales": ["en", "it"] }' }

test('corrections come first, with why they are held back', async () => {
  const old = '#, fuzzy\n#| msgid "We met on Monday."\nmsgid "We met on Tuesday."\nmsgstr "Ci siamo visti."\n'
  const root = temporarySite({
    ...config,
    ...article('a', 'Nothing changed.'),
    ...article('b', 'We met on Tuesday.'),
    ...catalog('b', old),
    ...article('c', 'We met on Tuesday.', 'updated: 2026-02-01\n'),
    ...catalog('c', old),
  })
  const { stdout } = await colophon(['status', '--json', '--root', root])
  const { locales, held } = JSON.parse(stdout)
  expect(Object.entries<{ correction: boolean }>(locales.it.articles).map(([id, { correction }]) => [id, correction])).toEqual([
    ['c', true],
    ['a', false],
    ['b', false],
  ])
  expect(held.map((each: { article: string }) => each.article)).toEqual(['c', 'a', 'b'])
  expect((await colophon(['status', '--root', root])).stdout).toContain('correction waits')
})

test('words belong to whom their message names, else to whom the catalog names', async () => {
  const root = temporarySite({
    ...config,
    ...article('a', 'One two three.\n\nFour five.'),
    ...catalog(
      'a',
      'msgid "One two three."\nmsgstr "Uno due tre."\n',
      '# Translator: Bruno Conti\nmsgid "Four five."\nmsgstr "Quattro cinque."\n',
    ),
  })
  const { stdout } = await colophon(['status', '--json', '--root', root])
  const shares = JSON.parse(stdout).locales.it.translators
  expect(shares.map((share: Record<string, unknown>) => [share['name'], share['translated'], share['translatedWords']])).toEqual([
    ['Ada Bell', 3, 5],
    ['Bruno Conti', 1, 2],
  ])
})

test('an id, a title and a name are text, on the page as in a comment', async () => {
  const root = temporarySite({ ...config, ...article('a|<b>', 'One.', 'slug: strange\n'), ...catalog('a|<b>') })
  const page = await colophon(['status', '--format', 'html', '--root', root])
  expect(page.stdout).toContain('locales/it/articles/a|&lt;b&gt;.po')
  const comment = await colophon(['status', '--format', 'markdown', '--root', root])
  expect(comment.stdout).toContain('| [a\\|\\<b\\>](locales/it/articles/a%7C%3Cb%3E.po) |')
})

test('a site may have a page of its own for it', async () => {
  const template = (page: string) => `import { html } from 'colophon'\nexport default ({ site, report }) => ${page}\n`
  const own = template(`html\`<html><h1>\${site}</h1>\${Object.keys(report.locales).join()}</html>\``)
  const root = temporarySite({
    'colophon.config.json': '{ "site": { "name": "A & B", "url": "https://a.example" }, "locales": ["en", "it"] }',
    'templates/status.ts': own,
    'articles/': '',
  })
  const { status, stdout } = await colophon(['status', '--format', 'html', '--root', root])
  expect([status, stdout]).toEqual([0, '<!doctype html>\n<html><h1>A &amp; B</h1>en,it</html>\n'])
  writeFileSync(join(root, 'templates/status.ts'), template('site.missing.name'))
  const broken = await colophon(['status', '--format', 'html', '--root', root])
  expect([broken.status, broken.stderr]).toEqual([2, expect.stringContaining('templates/status.ts:2:')])
})
