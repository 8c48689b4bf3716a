import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { docx, drawing, paragraph } from '../support/docx.ts'
import { temporarySite } from '../support/temporary-site.ts'

const fixtures = join(import.meta.dirname, '../fixtures/import')
const original = readFileSync(join(fixtures, 'ice.html'), 'utf8')
const po = 'locales/it/articles/ice.po'

function site(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return temporarySite({ 'colophon.config.json': '{ "locales": ["en", "it"] }', 'articles/': '', 'ice.html': original, ...files })
}

/** A site that has the article already. */
async function siteWithArticle(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const root = site(files)
  expect((await colophon(['import', 'ice.html', '--quiet'], { cwd: root })).status).toBe(0)
  return root
}

async function translate(root: string, file: string, ...more: readonly string[]) {
  return await colophon(['import', '--translation', `it=${file}`, '--article', 'ice', '--quiet', ...more], { cwd: root })
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

describe('a document becomes an article', () => {
  test('with its front matter and body, ready to be checked', async () => {
    const root = site()
    expect(await colophon(['import', 'ice.html', '--id', '2026/11/ice', '--quiet'], { cwd: root })).toEqual({
      status: 0,
      stdout: 'added: articles/2026/11/ice.md\n',
      stderr: 'ice.html: 1 × `<a href="javascript:">` left out.\nice.html: The picture ice.jpg isn\'t brought along: put it there.\n',
    })
    expect(read(root, 'articles/2026/11/ice.md')).toMatch(
      /^---\ntitle: Ice on the strait\ndescription: .*\.\ndate: 2026-11-02T10:00:00\+01:00\nauthors:\n {2}- Ada Berg\n---\n\nThe \*\*icebreaker\*\*/,
    )
  })

  test('what it does not tell says TODO, and the article is a draft', async () => {
    const root = site({ 'Über Eis!.txt': 'Eis\n\nKalt war es.\n' })
    const { status, stderr } = await colophon(['import', 'Über Eis!.txt', '--lang', 'it', '--quiet'], { cwd: root })
    expect([status, stderr]).toEqual([
      0,
      "articles/über-eis.md: the document doesn't tell description, date, authors. Fill in what says TODO, then remove `draft: true`.\n",
    ])
    expect(read(root, 'articles/über-eis.md')).toBe(
      '---\ntitle: Eis\ndescription: TODO\ndate: TODO\nauthors:\n  - TODO\nlang: it\ndraft: true\n---\n\nKalt war es.\n',
    )
    const checked = await colophon(['check', '--quiet'], { cwd: root })
    expect([checked.status, checked.stdout.includes('TODO')]).toEqual([1, true])
  })

  test('a Word document brings its pictures along', async () => {
    const root = site({ 'ice.docx': docx({ body: paragraph('Ice', 'Title') + drawing, picture: Buffer.from('png') }) })
    const { stdout } = await colophon(['import', 'ice.docx', '--quiet'], { cwd: root })
    expect(stdout).toBe('added: articles/ice/index.md\nadded: articles/ice/picture-1.png\n')
    expect(read(root, 'articles/ice/index.md')).toContain('![A ship in the ice](picture-1.png)')
    expect(read(root, 'articles/ice/picture-1.png')).toBe('png')
  })

  test('Markdown keeps its own body', async () => {
    const root = site({ 'a.md': '# Ice *here*\r\n\r\n* one\r\n* two\r\n' })
    await colophon(['import', 'a.md', '--quiet'], { cwd: root })
    expect(read(root, 'articles/a.md')).toContain('\n---\n\n* one\n* two\n')
    expect(read(root, 'articles/a.md')).toContain('title: Ice *here*\n')
  })

  test.each([
    ['an article that is there', ['ice.html'], 'article-exists'],
    ['an id that leaves the folder', ['ice.html', '--id', '../ice'], 'import-id'],
    ['a reserved id', ['ice.html', '--id', 'tag/ice'], 'import-id'],
    ['a locale that the site has not', ['ice.html', '--id', 'b', '--lang', 'de'], 'unknown-locale'],
    ['one id for two documents', ['ice.html', 'ice.html', '--id', 'b'], 'usage'],
    ['no document', [], 'usage'],
  ])('never %s', async (_, words, code) => {
    const root = await siteWithArticle()
    const before = readdirSync(root, { recursive: true }).sort()
    const { status, stdout } = await colophon(['import', ...words, '--json', '--quiet'], { cwd: root })
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, code])
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before)
  })
})

describe('a translated document becomes translations', () => {
  test('a page: all of it', async () => {
    const root = await siteWithArticle({ 'it.html': readFileSync(join(fixtures, 'ice.it.html')) })
    const { status, stdout } = await translate(root, 'it.html')
    expect([status, stdout]).toEqual([0, `updated: ${po}: 16 translated, 0 fuzzy, 0 kept as they were, 0 known\n`])
    expect(read(root, po)).toContain('msgctxt "title"\nmsgid "Ice on the strait"\nmsgstr "Ghiaccio sullo stretto"')
    expect(read(root, po)).toContain('msgid "The harbour keeps a list."\nmsgstr "Il porto tiene un elenco."')
    expect((await colophon(['sync', '--check', '--quiet'], { cwd: root })).status).toBe(0)
    const again = await translate(root, 'it.html')
    expect(again.stdout).toContain('0 translated, 0 fuzzy, 0 kept as they were, 16 known')
  })

  test('Markdown with more and less: leftovers are listed with their places', async () => {
    const root = await siteWithArticle({ 'it.md': readFileSync(join(fixtures, 'ice.it.md')) })
    const { status, stdout } = await translate(root, 'it.md')
    expect(status).toBe(0)
    expect(stdout).toContain(': 11 translated, 2 fuzzy, 0 kept')
    expect(stdout).toContain(
      '1 passage of the document without a place in the article:\n  it.md:12: Questa frase è solo italiana, e parla del 1987.\n',
    )
    expect(stdout).toContain(
      '  articles/ice.md:24: The Aurora on Monday.\n'.replace(
        ':24',
        `:${read(root, 'articles/ice.md').split('::figure')[0]?.split('\n').length}`,
      ),
    )
  })

  test('plain text: what lost its links is fuzzy and says why', async () => {
    const root = await siteWithArticle({ 'it.txt': readFileSync(join(fixtures, 'ice.it.txt')) })
    expect((await translate(root, 'it.txt')).status).toBe(0)
    expect(read(root, po)).toMatch(/# Imported from it\.txt:3, unsure: .*\n(?:#.*\n)*#, fuzzy\nmsgid "The \*\*icebreaker\*\*/)
    expect(read(root, po)).not.toContain('#|')
  })

  test('Word, footnotes included', async () => {
    const body = [
      paragraph('Ghiaccio sullo stretto', 'Title'),
      paragraph('Dodici navi', 'Heading2'),
      paragraph('Avevano atteso 7 giorni, e sul ponte nessuno aveva dormito a lungo.'),
    ]
    const root = await siteWithArticle({ 'it.docx': docx({ body: body.join('') }) })
    expect((await translate(root, 'it.docx')).status).toBe(0)
    expect(read(root, po)).toContain('msgid "Twelve ships"\nmsgstr "Dodici navi"')
  })

  test('words of a translator stay; what the document says is a comment', async () => {
    const mine = 'msgid "Twelve ships"\nmsgstr "Una dozzina di navi"\n'
    const root = await siteWithArticle({ 'it.html': readFileSync(join(fixtures, 'ice.it.html')), [po]: mine })
    expect((await translate(root, 'it.html')).stdout).toContain('15 translated, 0 fuzzy, 1 kept')
    expect(read(root, po)).toMatch(
      /# Imported from it\.html(?::\d+)?, not used:\n# Dodici navi\n(?:#.*\n)*msgid "Twelve ships"\nmsgstr "Una dozzina di navi"/,
    )
  })

  test('--dry-run prints the pairs and writes nothing', async () => {
    const root = await siteWithArticle({ 'it.html': readFileSync(join(fixtures, 'ice.it.html')) })
    const { stdout } = await translate(root, 'it.html', '--dry-run')
    expect(stdout).toContain(
      'sure:\n  articles/ice.md:11: Twelve ships\n'.replace(':11', `:${read(root, 'articles/ice.md').split('## ')[0]?.split('\n').length}`),
    )
    expect(stdout).toContain(`would update: ${po}`)
    expect(existsSync(join(root, po))).toBe(false)
  })

  test('--json has all of it', async () => {
    const root = site({ 'it.html': readFileSync(join(fixtures, 'ice.it.html')) })
    const { stdout } = await colophon(['import', 'ice.html', '--translation', 'it=it.html', '--json', '--quiet'], { cwd: root })
    const { articles, translations } = JSON.parse(stdout)
    expect(articles).toMatchObject([{ file: 'ice.html', article: 'ice', path: 'articles/ice.md', missing: [] }])
    expect(translations).toMatchObject([{ locale: 'it', path: po, translated: 16, leftovers: [], untranslated: [] }])
    expect(translations[0].pairs[0]).toMatchObject({
      sure: true,
      doubt: null,
      became: 'translated',
      target: { file: 'it.html', text: 'Ghiaccio sullo stretto' },
    })
  })

  test('a document of something else exits with 1 and writes nothing', async () => {
    const root = await siteWithArticle({ 'it.html': '<pre>$ ls</pre><hr><img src="x.png" alt="">' })
    expect((await translate(root, 'it.html')).status).toBe(1)
    expect(existsSync(join(root, po))).toBe(false)
  })

  test.each([
    ['a locale that the article is not translated into', ['--translation', 'en=ice.html', '--article', 'ice'], 2, 'import-locale'],
    ['no article', ['--translation', 'it=ice.html'], 2, 'usage'],
    ['a file that is not there', ['--translation', 'it=no.html', '--article', 'ice'], 2, 'import-unreadable'],
    ['a catalog with a mistake', ['--translation', 'it=ice.html', '--article', 'ice'], 1, 'import-catalog'],
  ])('refused: %s', async (_, words, status, code) => {
    const root = await siteWithArticle({ [po]: 'msgid "One' })
    const outcome = await colophon(['import', ...words, '--json', '--quiet'], { cwd: root })
    expect([outcome.status, JSON.parse(outcome.stdout).error.code]).toEqual([status, code])
    expect(read(root, po)).toBe('msgid "One')
  })
})
