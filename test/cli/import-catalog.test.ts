import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, translation } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const po = `# Our old system.
msgid ""
msgstr ""
"Language: it\\n"
"Language-Team: Traduttori del porto\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. type: Title #
#: src/ferries.md:3
msgid "Ferries"
msgstr "Traghetti"

# Ada: keep it short.
#. type: Plain text
#: src/ferries.md:5
msgid ""
"Two ferries sail\\n"
"at [ten][1].\\n"
msgstr ""
"Due traghetti partono\\n"
"alle [dieci][1].\\n"

#: src/ferries.md:7
msgid "They sail from the old harbour on Monday."
msgstr "Partono dal porto vecchio lunedì."

#: src/ice.md:2
msgid "The ice is thin."
msgstr "Il ghiaccio è sottile."

#: src/ice.md:9
msgid "A text that nobody kept."
msgstr "Un testo che nessuno ha tenuto."
`

const ferries = 'articles/ferries.md'
const ice = 'articles/2026/ice.md'

function site(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return temporarySite({
    'colophon.config.json': '{ "locales": ["en", "it", "fr"] }',
    [ferries]: article('Ferries', 'Two ferries sail at [ten](times.md).\n\nThey sail from the new harbour on Monday.', 'translate: [it]\n'),
    [ice]: article('Ice', 'The ice is thin.', 'translate: [it]\n'),
    'articles/times.md': article('Times', 'At ten.', 'translate: [fr]\n'),
    'old/it.po': po,
    ...files,
  })
}

async function take(root: string, ...more: readonly string[]) {
  return await colophon(['import', '--catalog', 'it=old/it.po', '--quiet', ...more], { cwd: root })
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

describe('a PO file of another system', () => {
  test('fills the catalogs of all articles, and tells what it had to leave', async () => {
    const root = site()
    const { status, stdout, stderr } = await take(root)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      [
        'updated: locales/it/articles/2026/ice.po',
        'updated: locales/it/articles/ferries.po',
        '1 translation of texts that no article has, kept as obsolete messages:',
        '  old/it.po:31: A text that nobody kept.',
        'old/it.po: 4 of 5 finished translations found a place: 3 texts translated, 1 fuzzy, 0 kept as they were, 0 known.',
        '',
      ].join('\n'),
    )
    expect(read(root, 'locales/it/articles/ferries.po')).toBe(
      `msgid ""
msgstr ""
"Language: it\\n"
"Language-Team: Traduttori del porto\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. title, at most 110 characters
msgctxt "title"
msgid "Ferries"
msgstr "Traghetti"

#. description, at most 200 characters
msgctxt "description"
msgid "About Ferries."
msgstr ""

#. slug
msgctxt "slug"
msgid "ferries"
msgstr ""

# Ada: keep it short.
#. paragraph
msgid "Two ferries sail at [ten](times.md)."
msgstr "Due traghetti partono alle [dieci](times.md)."

# Imported from old/it.po:23, unsure: another source
#. paragraph
#, fuzzy
#| msgid "They sail from the old harbour on Monday."
msgid "They sail from the new harbour on Monday."
msgstr "Partono dal porto vecchio lunedì."
`,
    )
  })

  test('changes nothing the second time, nor with --dry-run, which shows what is unsure', async () => {
    const root = site()
    const shown = await take(root, '--dry-run')
    expect(shown.stdout).toContain(
      `unsure, another source:\n  ${ferries}:11: They sail from the new harbour on Monday.\n  old/it.po:23: Partono dal porto vecchio lunedì.\nwould update: locales/it/articles/2026/ice.po\n`,
    )
    expect(() => read(root, 'locales/it/articles/ferries.po')).toThrow('ENOENT')
    await take(root)
    const once = read(root, 'locales/it/articles/ferries.po')
    const { stdout } = await take(root)
    expect(stdout).not.toContain('updated:')
    expect(stdout).toContain('0 texts translated, 0 fuzzy, 0 kept as they were, 4 known.\n')
    expect(read(root, 'locales/it/articles/ferries.po')).toBe(once)
  })

  test('never overwrites a translator’s words: a different text becomes a comment, an unsure one nothing', async () => {
    const existing = translation('it', 'Ice', { body: 'The ice is thin.' })
    const root = site({ 'locales/it/articles/2026/ice.po': existing })
    const { stdout } = await take(root, '--article', '2026/ice')
    expect(stdout).toContain('1 text for which the catalogs say something else:\n  old/it.po:27: Il ghiaccio è sottile.\n')
    expect(read(root, 'locales/it/articles/2026/ice.po')).toBe(
      existing
        .replace(
          'msgid "The ice is thin."',
          '# Imported from old/it.po:27, not used:\n# Il ghiaccio è sottile.\n#. paragraph\nmsgid "The ice is thin."',
        )
        .replace('msgctxt "title"', '#. title, at most 110 characters\nmsgctxt "title"')
        .replace('msgctxt "description"', '#. description, at most 200 characters\nmsgctxt "description"')
        .replace('msgctxt "slug"', '#. slug\nmsgctxt "slug"'),
    )
    const near = translation('it', 'Ferries', { body: 'They sail from the new harbour on Monday.' })
    const other = site({ 'locales/it/articles/ferries.po': near })
    await take(other)
    expect(read(other, 'locales/it/articles/ferries.po')).toContain(
      '#. paragraph\nmsgid "They sail from the new harbour on Monday."\nmsgstr "it They',
    )
  })

  test('a translation of a text that is gone is kept, and is there when the text comes back', async () => {
    const root = site()
    await take(root)
    const path = 'locales/it/articles/2026/ice.po'
    const obsolete = '#~ msgid "A text that nobody kept."\n#~ msgstr "Un testo che nessuno ha tenuto."\n'
    expect(read(root, path)).toContain(`\n${obsolete}`)
    await take(root)
    expect(read(root, path).split(obsolete)).toHaveLength(2)
    writeFileSync(join(root, ice), article('Ice', 'The ice is thin.\n\nA text that nobody kept.', 'translate: [it]\n'))
    await colophon(['sync', '--quiet'], { cwd: root })
    expect(read(root, path)).toMatch(/\n#\. paragraph\nmsgid "A text that nobody kept\."\nmsgstr "Un testo che nessuno ha tenuto\."\n$/)
  })

  test.each([
    ['an article that was left aside', {}, ['--article', '2026/ice,ferries']],
    ['an article that can’t be read', { 'articles/times.md': 'No front matter.' }, []],
  ])('%s may have the text: then none is kept', async (_, files, options) => {
    const root = site(files)
    const { stdout } = await take(root, ...options)
    expect(stdout).toContain('1 translation of texts that no article has:\n')
    expect(read(root, 'locales/it/articles/2026/ice.po')).not.toContain('#~')
  })

  test('as one JSON document', async () => {
    const { stdout } = await take(site(), '--json')
    const { catalogs, ...rest } = JSON.parse(stdout)
    const kept = 'locales/it/articles/2026/ice.po'
    expect(rest).toEqual({ articles: [], translations: [] })
    expect(catalogs).toMatchObject([
      {
        ...{ file: 'old/it.po', locale: 'it', messages: 5, found: 4, translated: 3, fuzzy: 1, kept: 0, known: 0 },
        updated: ['locales/it/articles/2026/ice.po', 'locales/it/articles/ferries.po'],
        left: [{ why: 'unmatched', line: 31, source: 'A text that nobody kept.', target: 'Un testo che nessuno ha tenuto.', kept }],
        ...{ notes: [], findings: [] },
      },
    ])
    expect(catalogs[0].pairs[0]).toEqual({
      ...{ article: '2026/ice', path: 'locales/it/articles/2026/ice.po', sure: true, doubt: null, became: 'translated' },
      source: { file: ice, line: 9, text: 'The ice is thin.' },
      target: { line: 27, source: 'The ice is thin.', text: 'Il ghiaccio è sottile.' },
    })
  })

  test('says when the file is in another language than told', async () => {
    const { stderr } = await take(site({ 'old/it.po': po.replace('Language: it', 'Language: de_AT') }))
    expect(stderr).toBe('old/it.po: The file says that it is in `de_AT`: its words were taken for `it`.\n')
  })
})

describe('trouble', () => {
  test('a broken article or catalog is told, stays as it is, and holds up none of the others', async () => {
    const broken = 'msgid "One\nmsgstr ""\n'
    const root = site({
      'locales/it/articles/ferries.po': broken,
      'articles/page.md': article('Page'),
      'articles/bad.md': '---\ntitle: Bad\n---\n\nText.\n',
    })
    const { status, stdout, stderr } = await take(root)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^articles\/page\.md:1:1: error: /)
    expect(stderr).toContain('articles/bad.md:2:1: error: ')
    expect(stderr).toContain('locales/it/articles/ferries.po:1:7: error: ')
    expect(stdout).toContain('updated: locales/it/articles/2026/ice.po\n')
    expect(read(root, 'locales/it/articles/ferries.po')).toBe(broken)
  })

  test.each<[string, string | Uint8Array, string]>([
    ['a syntax error', po.replace('msgstr "Traghetti"', 'msgstr Traghetti'), 'old/it.po:11:8'],
    ['another charset', po.replace('UTF-8', 'ISO-8859-1'), 'old/it.po'],
    ['bytes that are no UTF-8', Buffer.from(po, 'latin1'), 'old/it.po:25:40'],
    ['a message twice', `${po}\nmsgid "Ferries"\nmsgstr "Navi"\n`, 'old/it.po:35:1'],
    ['a null byte', po.replace('Il ghiaccio', 'Il\u0000ghiaccio'), 'old/it.po:29:11'],
  ])('%s: nothing is written, and the place told', async (_, text, place) => {
    const root = site({ 'old/it.po': text })
    const { status, stdout, stderr } = await take(root, '--json')
    const { error } = JSON.parse(stdout)
    expect([status, error.code]).toEqual([2, 'import-po'])
    expect(`${error.file}:${error.line}:${error.column}`).toContain(place)
    expect(stderr).toContain('old/it.po')
    expect(() => read(root, 'locales/it/articles/2026/ice.po')).toThrow('ENOENT')
  })

  test.each<[string, readonly string[], string]>([
    ['a file that isn’t there', ['--catalog', 'it=none.po'], 'file-unreadable'],
    ['a locale that the site has not', ['--catalog', 'de=old/it.po'], 'unknown-locale'],
    ['a locale that the article is not translated into', ['--catalog', 'fr=old/it.po', '--article', 'ferries'], 'import-locale'],
    ['a document besides', ['old/it.md', '--catalog', 'it=old/it.po'], 'usage'],
    ['an exported file besides', ['old/it.xlf', '--catalog', 'it=old/it.po'], 'usage'],
  ])('%s', async (_, words, code) => {
    const { status, stdout } = await colophon(['import', ...words, '--json', '--quiet'], { cwd: site() })
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, code])
  })

  test('a file that has nothing to do with the articles', async () => {
    const root = site({ 'old/it.po': 'msgid "Quite another thing"\nmsgstr "Tutt’altro"\n' })
    const { status, stdout } = await take(root)
    expect([status, stdout]).toEqual([
      1,
      '1 translation of texts that no article has:\n  old/it.po:1: Quite another thing\nold/it.po: 0 of 1 finished translation found a place: 0 texts translated, 0 fuzzy, 0 kept as they were, 0 known.\n',
    ])
  })
})
