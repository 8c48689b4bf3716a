import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatNames } from '../../pipeline/check/report/formats.ts'
import { checkFormats } from '../../pipeline/commands/options.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import { colophon, ended, fixture, startColophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const places = (stdout: string): string[] =>
  JSON.parse(stdout).findings.map(({ file, line, column, rule }: Finding) => `${file}:${line}:${column} ${rule}`)

test('a site without mistakes ends with 0', async () => {
  const { status, stdout, stderr } = await colophon(['check', '--root', fixture('two-newsrooms')])
  expect([status, stdout, stderr]).toEqual([0, 'No mistakes found: 114 words in 5 files checked.\n', 'colophon: checking 2 articles\n'])
})

test('every mistake is found in the place where a person mends it, and ends with 1', async () => {
  const { status, stdout } = await colophon(['check', '--root', fixture('mistakes'), '--json'])
  expect([status, places(stdout)]).toEqual([
    1,
    [
      'articles/empty.md:1:1 front-matter',
      'articles/latin.md:5:4 invalid-utf8',
      'articles/nodate.md:2:1 front-matter',
      'articles/talks.md:8:1 doubled-word',
      'articles/twice/index.md:1:1 duplicate-article',
      'locales/fr/articles/talks.po:5:7 catalog-syntax',
      'locales/it/articles/talks.po:15:43 changed-number',
      'locales/it/articles/talks.po:18:9 lost-link',
    ],
  ])
  expect(JSON.parse(stdout).summary).toEqual({ errors: 8, warnings: 0, files: 7, words: 44 })
})

test.each(formatNames)('what is passed over is named as %s, and never shown: not a key, nor what a link leads to', async (format) => {
  const root = temporarySite({ 'articles/access-keys.txt': 'key of the bucket: hunter2\n', 'elsewhere.txt': 'elsewhere: hunter3\n' })
  symlinkSync(join(root, 'elsewhere.txt'), join(root, 'articles/link.jpg'))
  const { status, stdout, stderr } = await colophon(['check', '--root', root, '--format', format])
  expect([status, stderr]).toEqual([0, expect.stringContaining('colophon: checking')])
  for (const name of ['articles/access-keys.txt', 'articles/link.jpg']) expect(stdout).toContain(name)
  expect(stdout).not.toContain('hunter')
})

test('a finding has every field that tools rely on', async () => {
  const { stdout } = await colophon(['check', 'locales/it/articles/talks.po', '--json'], { cwd: fixture('mistakes') })
  expect(JSON.parse(stdout).findings[0]).toEqual({
    rule: 'changed-number',
    severity: 'error',
    file: 'locales/it/articles/talks.po',
    line: 15,
    column: 43,
    endLine: 15,
    endColumn: 45,
    locale: 'it',
    article: 'talks',
    message: expect.stringContaining('Unexpected `13`, expected `12`'),
    actual: '13',
    expected: ['12'],
    url: expect.stringContaining('changed-number'),
  })
})

describe('only what was asked for is told', () => {
  test.each<[words: readonly string[], found: readonly string[]]>([
    [['articles/talks.md'], ['articles/talks.md:8:1 doubled-word']],
    [['articles/twice/index.md'], ['articles/twice/index.md:1:1 duplicate-article']],
    [
      ['locales/fr/articles/talks.po', './articles/../articles/empty.md'],
      ['articles/empty.md:1:1 front-matter', 'locales/fr/articles/talks.po:5:7 catalog-syntax'],
    ],
    [
      ['--article', 'talks', '--locale', 'fr'],
      ['articles/twice/index.md:1:1 duplicate-article', 'locales/fr/articles/talks.po:5:7 catalog-syntax'],
    ],
    [['articles/twice.md'], []],
  ])('%j', async (words, found) => {
    const { status, stdout } = await colophon(['check', ...words, '--json'], { cwd: fixture('mistakes') })
    expect([status, places(stdout)]).toEqual([found.length === 0 ? 0 : 1, found])
  })

  test('a file that is neither article nor catalog is wrong use', async () => {
    const { status, stderr } = await colophon(['check', 'README.md'], { cwd: fixture('mistakes') })
    expect(status).toBe(2)
    expect(stderr).toContain('error[unknown-file]: README.md is no article and no catalog of the site.')
  })
})

test('every format is offered', () => {
  expect(checkFormats).toEqual(formatNames)
})

test('GitHub gets annotations', async () => {
  const { status, stdout } = await colophon(['check', 'articles/talks.md', '--format', 'github'], { cwd: fixture('mistakes') })
  expect([status, stdout.startsWith('::error file=articles/talks.md,line=8,col=1,')]).toEqual([1, true])
})

test('people get the line, in colours where they are wanted', async () => {
  const { stripVTControlCharacters } = await import('node:util')
  const cwd = fixture('mistakes')
  const plain = await colophon(['check', 'articles/talks.md'], { cwd })
  const coloured = await colophon(['check', 'articles/talks.md'], { cwd, env: { FORCE_COLOR: '1' } })
  expect(plain.stdout).toContain('8 | The the talks resume on Friday with 12 ships.')
  expect(coloured.stdout).not.toBe(plain.stdout)
  expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout)
})

test('a rule can be switched off, one that is not there is wrong use', async () => {
  const root = fixture('mistakes')
  const configure = (rule: string) =>
    writeFileSync(join(root, 'colophon.config.json'), JSON.stringify({ locales: ['en', 'it', 'fr'], check: { rules: { [rule]: 'off' } } }))
  configure('doubled-word')
  expect((await colophon(['check', 'articles/talks.md'], { cwd: root })).status).toBe(0)
  configure('doubled-wrod')
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, JSON.parse(stdout).error.what]).toEqual([
    2,
    'The configuration sets `doubled-wrod`, which is no rule. Did you mean `doubled-word`?',
  ])
})

test.each([
  [['lost-link', { localised: ['x'] }], '`check.rules["lost-link"][1].localised`: expected one of localized. Did you mean `localized`?'],
  [['lost-link', { localized: 'x' }], '`check.rules["lost-link"][1].localized`: expected a list of texts, found "x".'],
  [['lost-code', { any: 1 }], '`check.rules["lost-code"][1].any`: the rule has no options.'],
])('wrong options of a rule are wrong use: %j', async ([rule, options], why) => {
  const root = fixture('mistakes')
  const config = { locales: ['en', 'it', 'fr'], check: { rules: { [String(rule)]: ['error', options] } } }
  writeFileSync(join(root, 'colophon.config.json'), JSON.stringify(config))
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, JSON.parse(stdout).error.what]).toEqual([2, `The configuration is not right: ${why}`])
})

test('the style of the house is held to, and a mistake in its file is told; all else is checked', async () => {
  const root = fixture('two-newsrooms')
  const article = 'articles/strait.md'
  const body = '---\ntitle: Talks\ndescription: What was said\ndate: 2026-07-21\nauthors: [Ada]\ntranslate: []\n---\n\nPrior to May.\n'
  writeFileSync(join(root, article), body)
  const style =
    'rules:\n  - name: plain\n    kind: substitution\n    severity: error\n    swap: { prior to: before }\n  - name: worse\n    kind: wrong\n'
  writeFileSync(join(root, 'locales/en/style.yaml'), style)
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, places(stdout)]).toEqual([1, [`${article}:9:1 house-style`, 'locales/en/style.yaml:7:11 invalid-house-file']])
  expect(places((await colophon(['check', 'locales/en/style.yaml', '--json'], { cwd: root })).stdout)).toHaveLength(1)
  const dry = JSON.parse((await colophon(['publish', '--dry-run', '--json', '--to', 'out'], { cwd: root })).stdout)
  expect(dry.held).toContainEqual({ article: 'strait', locale: 'en', why: expect.stringContaining('expected `Before`') })
})

test('a catalog that no reader sees is told', async () => {
  const root = fixture('two-newsrooms')
  writeFileSync(join(root, 'locales/it/articles/ciao.po'), 'msgid ""\nmsgstr ""\n"Language: it\\n"\n')
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, places(stdout)]).toEqual([0, ['locales/it/articles/ciao.po:1:1 unused-catalog']])
})

test('mistakes in the words of the interface are told', async () => {
  const root = fixture('two-newsrooms')
  writeFileSync(join(root, 'locales/it/interface.json'), '{\n  "home": 3\n}\n')
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, places(stdout)]).toEqual([1, ['locales/it/interface.json:2:3 interface-invalid']])
})

test('two articles at one address are told at the second', async () => {
  const root = fixture('two-newsrooms')
  const article = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [Ada]\nslug: same\ntranslate: []\n---\n\nText\n'
  for (const name of ['a', 'b']) writeFileSync(join(root, `articles/${name}.md`), article)
  const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
  expect([status, places(stdout)]).toEqual([1, ['articles/b.md:6:7 duplicate-slug']])
})

test('a reader that closes the pipe does not hide the exit status', async () => {
  const child = startColophon(['check', '--json', '--quiet'], { cwd: fixture('mistakes') })
  child.stdout?.destroy()
  expect(await ended(child)).toMatchObject({ status: 1, stderr: '' })
})

describe('a baseline', () => {
  const known = (root: string, ...words: string[]) => colophon(['check', '--json', '--baseline', 'known.jsonl', ...words], { cwd: root })

  test('lets an old site start today: what it knows is counted, what is new fails', async () => {
    const root = fixture('mistakes')
    const made = await known(root, '--update-baseline')
    expect([made.status, JSON.parse(made.stdout).summary.baseline]).toEqual([0, { known: 8, oldest: expect.any(String), stale: 0 }])
    expect((await known(root)).status).toBe(0)
    const article = join(root, 'articles/talks.md')
    writeFileSync(article, readFileSync(article, 'utf8').replace(/---\n\n/, '---\n\nAll all new.\n\n'))
    const { status, stdout } = await known(root)
    expect([status, places(stdout), JSON.parse(stdout).summary.baseline.known]).toEqual([1, [expect.stringContaining('doubled-word')], 8])
  })

  test('drops what is no more on update, and says so before', async () => {
    const root = fixture('mistakes')
    await known(root, '--update-baseline')
    rmSync(join(root, 'articles/latin.md'))
    expect(JSON.parse((await known(root)).stdout).summary.baseline).toMatchObject({ known: 7, stale: 1 })
    const people = await colophon(['check', '--baseline', 'known.jsonl'], { cwd: root })
    expect(people.stdout).toContain('1 finding of the baseline is no more: --update-baseline drops it.')
    expect(JSON.parse((await known(root, '--update-baseline')).stdout).summary.baseline).toMatchObject({ known: 7, stale: 0 })
  })

  test.each([
    [['--baseline', 'none.jsonl'], 'There is no baseline none.jsonl.'],
    [['--update-baseline'], '--update-baseline needs to know which: --baseline FILE.'],
    [
      ['--baseline', 'x', '--update-baseline', '--locale', 'it'],
      '--update-baseline is for the whole site: name no files, --locale or --article.',
    ],
    [['--baseline', 'colophon.config.json'], 'colophon.config.json is no baseline: The line is no finding of a baseline.'],
  ])('used wrongly, %j, says so', async (words, what) => {
    const { status, stdout } = await colophon(['check', '--json', ...words], { cwd: fixture('mistakes') })
    expect([status, JSON.parse(stdout).error.what]).toEqual([2, what])
  })
})

test('--fix puts in what is certain, says so, and changes nothing the second time', async () => {
  const root = fixture('mistakes')
  const article = join(root, 'articles/talks.md')
  const before = readFileSync(article, 'utf8')
  const { stdout, stderr } = await colophon(['check', '--fix', '--json'], { cwd: root })
  const after = readFileSync(article, 'utf8')
  expect(stderr).toContain('Mended articles/talks.md:8:1 doubled-word: ')
  expect(JSON.parse(stdout).summary.fixed).toBe(1)
  expect(after).not.toBe(before)
  expect(places(stdout)).not.toContain('articles/talks.md:8:1 doubled-word')
  expect(JSON.parse((await colophon(['check', '--fix', '--json'], { cwd: root })).stdout).summary.fixed).toBe(0)
  expect(readFileSync(article, 'utf8')).toBe(after)
})

test('--fix tells which translations a mended source leaves outdated, and leaves them alone', async () => {
  const front = 'title: Talks\ndescription: News\ndate: 2026-07-21\nauthors: [Ada]'
  const catalog = (locale: string) =>
    `msgid ""\nmsgstr ""\n"Language: ${locale}\\n"\n\nmsgid "The the talks end."\nmsgstr "Testo."\n\nmsgid "All is said."\nmsgstr "Detto."\n`
  const root = temporarySite({
    'colophon.config.json': JSON.stringify({ locales: ['en', 'it', 'fr'] }),
    'articles/talks.md': `---\n${front}\n---\n\nThe the talks end.\n\nAll is said.\n`,
    'locales/it/articles/talks.po': catalog('it'),
    'locales/fr/articles/talks.po': catalog('fr'),
  })
  const { stderr } = await colophon(['check', '--fix', '--quiet', '--root', root])
  expect(stderr).toContain('2 translations of mended texts are outdated now (it 1, fr 1): `sync` tells the translators.')
  expect(readFileSync(join(root, 'locales/it/articles/talks.po'), 'utf8')).toBe(catalog('it'))
  expect((await colophon(['check', '--fix', '--quiet', '--root', root])).stderr).not.toContain('outdated')
})
