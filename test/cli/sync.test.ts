import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'

const harbour = 'locales/it/articles/2026/harbour.po'

/** Every file of a site with its bytes. */
function filesOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(root, name), 'latin1')]))
}

function rewrite(root: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
}

test('up to date, nothing is written', async () => {
  const root = fixture('two-newsrooms')
  const before = filesOf(root)
  expect(await colophon(['sync', '--root', root, '--quiet'])).toEqual({
    status: 0,
    stdout: '0 added, 0 updated, 3 unchanged.\n',
    stderr: '',
  })
  expect(await colophon(['sync', '--check', '--root', root, '--quiet'])).toEqual({
    status: 0,
    stdout: '3 catalogs up to date.\n',
    stderr: '',
  })
  expect(filesOf(root)).toEqual(before)
})

test('a changed article changes its catalogs, once', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, 'articles/2026/harbour.md', (text) => text.replace('of 12 ships', 'of 13 ships'))
  const first = await colophon(['sync', '--root', root, '--quiet'])
  expect([first.status, first.stdout]).toEqual([
    0,
    'updated: locales/ar/articles/2026/harbour.po\nupdated: locales/it/articles/2026/harbour.po\n0 added, 2 updated, 1 unchanged.\n',
  ])
  expect(readFileSync(join(root, harbour), 'utf8')).toContain(
    [
      '#, fuzzy',
      '#| msgid "They [published a list](https://harbour.example/list) of 12 ships."',
      'msgid "They [published a list](https://harbour.example/list) of 13 ships."',
      'msgstr "Hanno [pubblicato un elenco](https://harbour.example/list) di 12 navi."',
    ].join('\n'),
  )
  const after = filesOf(root)
  expect((await colophon(['sync', '--root', root])).status).toBe(0)
  expect(filesOf(root)).toEqual(after)
})

test('--check writes nothing and exits with 1', async () => {
  const root = fixture('two-newsrooms')
  rmSync(join(root, 'locales/ar'), { recursive: true })
  rewrite(root, 'articles/2026/harbour.md', (text) => text.replace('Freight later', 'Freight last'))
  const before = filesOf(root)
  const { status, stdout } = await colophon(['sync', '--check', '--root', root])
  expect(status).toBe(1)
  expect(stdout).toBe(
    'missing: locales/ar/articles/2026/harbour.po\nout of date: locales/it/articles/2026/harbour.po\n2 of 3 catalogs out of date: run `colophon sync`.\n',
  )
  expect(filesOf(root)).toEqual(before)
})

test('how a catalog is wrapped does not matter', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, harbour, (text) => text.replace('msgid "What comes next"', 'msgid ""\n"What comes "\n"next"').replaceAll('\n', '\r\n'))
  const before = filesOf(root)
  expect((await colophon(['sync', '--check', '--root', root])).status).toBe(0)
  expect((await colophon(['sync', '--root', root])).status).toBe(0)
  expect(filesOf(root)).toEqual(before)
})

test('--prune drops what is obsolete', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, 'articles/2026/harbour.md', (text) => text.replace('- Freight later\n', ''))
  await colophon(['sync', '--root', root])
  expect(readFileSync(join(root, harbour), 'utf8')).toContain('#~ msgid "Freight later"')
  expect((await colophon(['sync', '--prune', '--root', root])).status).toBe(0)
  expect(readFileSync(join(root, harbour), 'utf8')).not.toContain('Freight later')
})

test('drafts are translated too, and a new catalog has the team of its locale', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, 'articles/ciao/index.md', (text) => text.replace('translate: [en]', 'draft: true'))
  expect((await colophon(['sync', '--root', root])).status).toBe(0)
  expect(readFileSync(join(root, 'locales/ar/articles/ciao.po'), 'utf8')).toContain('"Language-Team: مترجمو الميناء\\n"')
})

test('the team is that of the newest article', async () => {
  const root = fixture('two-newsrooms')
  const article = (date: string) =>
    `---\ntitle: Title ${date}\ndescription: D\ndate: ${date}\nauthors: [Ada]\ntranslate: [it]\n---\n\nText ${date}\n`
  for (const [name, date] of [
    ['a', '2026-01-01'],
    ['b', '2026-12-01'],
    ['c', '2026-02-01'],
  ] as const) {
    writeFileSync(join(root, `articles/${name}.md`), article(date))
    await colophon(['sync', '--root', root, '--article', name])
    rewrite(root, `locales/it/articles/${name}.po`, (text) => text.replace('Translators of Trieste', `Team ${name}`))
  }
  writeFileSync(join(root, 'articles/d.md'), article('2025-01-01'))
  await colophon(['sync', '--root', root])
  expect(readFileSync(join(root, 'locales/it/articles/d.po'), 'utf8')).toContain('"Language-Team: Team b\\n"')
})

describe('options', () => {
  test.each([
    [['--locale', 'it'], [harbour]],
    [
      ['--locale', 'IT', '--locale', 'en'],
      ['locales/en/articles/ciao.po', harbour],
    ],
    [['--locale=it,ar'], ['locales/ar/articles/2026/harbour.po', harbour]],
    [['--article', 'ciao'], ['locales/en/articles/ciao.po']],
    [['--article', 'articles/2026/harbour.md', '--locale', 'it'], [harbour]],
  ])('%j', async (words, added) => {
    const root = fixture('two-newsrooms')
    rmSync(join(root, 'locales'), { recursive: true })
    const { status, stdout } = await colophon([...words, 'sync', '--root', root, '--json'])
    expect([status, JSON.parse(stdout)]).toEqual([0, { added, updated: [], unchanged: 0, moved: [], findings: [] }])
    expect(Object.keys(filesOf(root)).filter((name) => name.endsWith('.po'))).toEqual(added)
  })

  test.each([
    [['--locale', 'fr'], 'unknown-locale', 'The site has no locale `fr`.', 'Its locales are en, it, ar.'],
    [
      ['--article', 'ciaos'],
      'unknown-article',
      'The site has no article `ciaos`. Did you mean `ciao`?',
      'Its articles are 2026/harbour, ciao.',
    ],
  ])('%j is wrong use', async (words, code, what, why) => {
    const { status, stdout } = await colophon(['sync', ...words, '--root', fixture('two-newsrooms'), '--json'])
    expect([status, JSON.parse(stdout).error]).toMatchObject([2, { code, what, why }])
  })
})

test('what is broken is told and left alone, the others go on', async () => {
  const root = fixture('mistakes')
  const before = filesOf(root)
  const { status, stdout, stderr } = await colophon(['sync', '--root', root, '--json', '--quiet'])
  const { added, updated, findings } = JSON.parse(stdout)
  expect([status, added, updated]).toEqual([1, [], ['locales/it/articles/talks.po']])
  expect(findings.map(({ rule, file, line, column }: Record<string, string>) => `${file}:${line}:${column} ${rule}`).sort()).toEqual([
    'articles/empty.md:1:1 front-matter',
    'articles/latin.md:5:4 invalid-utf8',
    'articles/nodate.md:2:1 front-matter',
    'articles/twice/index.md:1:1 duplicate-article',
    'locales/fr/articles/talks.po:5:7 catalog-syntax',
  ])
  expect(stderr.trimEnd().split('\n')).toHaveLength(5)
  const changed = Object.entries(filesOf(root)).filter(([name, text]) => before[name] !== text)
  expect(changed.map(([name]) => name)).toEqual(['locales/it/articles/talks.po'])
})

test('a disk that refuses ends with 3, and nothing stays half-written', async () => {
  const root = fixture('two-newsrooms')
  rmSync(join(root, 'locales'), { recursive: true })
  // Permissions don't bind root: a file in the place of the folder does.
  writeFileSync(join(root, 'locales'), '')
  const { status, stdout } = await colophon(['sync', '--root', root, '--json'])
  expect([status, JSON.parse(stdout).error.code]).toEqual([3, 'disk-failed'])
})

test('a folder in the place of one catalog ends with 3, without a trace of a temporary file', async () => {
  const root = fixture('two-newsrooms')
  rmSync(join(root, harbour))
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(root, harbour, 'inside'), { recursive: true })
  const { status, stdout } = await colophon(['sync', '--root', root, '--json'])
  expect([status, JSON.parse(stdout).error.why]).toEqual([3, 'A folder stands where the file should be (EISDIR).'])
  expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.colophon-'))).toEqual([])
})
