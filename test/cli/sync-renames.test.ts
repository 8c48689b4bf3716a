import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'
import { git, newPo, oldPo, rename, repository, ways } from '../support/renamed-article.ts'

const catalogsOf = (root: string) =>
  Object.fromEntries(
    readdirSync(join(root, 'locales'), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, 'locales', name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(root, 'locales', name), 'utf8')]),
  )

const sync = (root: string, ...words: string[]) => colophon(['sync', '--root', root, '--quiet', ...words])

describe.each(ways)('an article renamed %s', (_name, renamed) => {
  test('takes its catalogs along', async () => {
    const before = catalogsOf(fixture('two-newsrooms'))
    const root = renamed()
    const { status, stdout, stderr } = await sync(root)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`moved: locales/ar/${oldPo} → locales/ar/${newPo}\nmoved: locales/it/${oldPo} → locales/it/${newPo}\n`)
    const after = catalogsOf(root)
    expect(Object.keys(after)).toEqual([`ar/${newPo}`, 'en/articles/ciao.po', `it/${newPo}`])
    const translations = (text = '') => text.split('\n').filter((line) => /^msgstr "./.test(line))
    for (const tag of ['ar', 'it']) expect(translations(after[`${tag}/${newPo}`])).toEqual(translations(before[`${tag}/${oldPo}`]))
    expect((await sync(root)).stdout).toBe('0 added, 0 updated, 3 unchanged.\n')
    expect(catalogsOf(root)).toEqual(after)
  })
})

test('what git knows needs no likeness of texts', async () => {
  const root = repository()
  const other = 'msgid "Not in the article"\nmsgstr "Non c’è"\n\nmsgid "Nor this"\nmsgstr "Neanche questo"\n'
  writeFileSync(join(root, 'locales/it', oldPo), other)
  rename(root)
  git(root, 'add', '-A')
  await sync(root, '--locale', 'it')
  expect(catalogsOf(root)[`it/${newPo}`]).toContain('#~ msgstr "Non c’è"')
})

test('one locale at a time, it is the same bytes', async () => {
  const [all, each] = [repository(), repository()]
  for (const root of [all, each]) {
    rename(root)
    git(root, 'add', '-A')
  }
  await sync(all)
  const first = await sync(each, '--locale', 'it', '--json')
  expect(JSON.parse(first.stdout).moved).toEqual([{ from: `locales/it/${oldPo}`, to: `locales/it/${newPo}` }])
  expect(existsSync(join(each, 'locales/ar', oldPo))).toBe(true)
  await sync(each, '--locale', 'ar')
  expect(catalogsOf(each)).toEqual(catalogsOf(all))
})

test.each(['git knows', 'only the texts tell'])('--check moves nothing, and says what is to be moved: %s', async (how) => {
  const root = repository()
  rename(root)
  if (how === 'only the texts tell') rmSync(join(root, '.git'), { recursive: true })
  const before = catalogsOf(root)
  const { status, stdout, stderr } = await sync(root, '--check')
  expect([status, stdout, stderr]).toEqual([
    1,
    [
      `to be moved: locales/ar/${oldPo} → locales/ar/${newPo}`,
      `to be moved: locales/it/${oldPo} → locales/it/${newPo}`,
      // The address, which follows from the name, is another one.
      `out of date: locales/ar/${newPo}`,
      `out of date: locales/it/${newPo}`,
      '2 of 3 catalogs out of date: run `colophon sync`.',
      '',
    ].join('\n'),
    '',
  ])
  expect(catalogsOf(root)).toEqual(before)
})

test('a catalog that is there already is not replaced', async () => {
  const root = repository()
  rename(root)
  git(root, 'add', '-A')
  const own = 'msgid "What comes next"\nmsgstr "Il seguito"\n'
  mkdirSync(join(root, 'locales/it/articles/2026/11'), { recursive: true })
  writeFileSync(join(root, 'locales/it', newPo), own)
  const { stdout, stderr } = await sync(root)
  expect(stdout).not.toContain(`moved: locales/it/`)
  expect(stderr).toContain('catalog-without-article')
  const { [`it/${newPo}`]: kept, [`it/${oldPo}`]: old } = catalogsOf(root)
  expect(kept).toContain('msgstr "Il seguito"')
  expect(old).toBe(catalogsOf(fixture('two-newsrooms'))[`it/${oldPo}`])
})

test('the catalogs of a deleted article stay, with a warning', async () => {
  const root = repository()
  rmSync(join(root, 'articles/2026/harbour.md'))
  git(root, 'commit', '-qam', 'Delete')
  const before = catalogsOf(root)
  const { status, stderr } = await sync(root)
  expect(status).toBe(0)
  expect(stderr.match(/catalog-without-article/g)).toHaveLength(2)
  expect(catalogsOf(root)).toEqual(before)
})

test('a broken catalog of a renamed article is moved as it is, and told', async () => {
  const root = repository()
  const broken = 'msgid "a"\nmsgstr "b'
  writeFileSync(join(root, 'locales/it', oldPo), broken)
  rename(root)
  git(root, 'add', '-A')
  const { status, stderr } = await sync(root, '--locale', 'it')
  expect([status, stderr]).toEqual([1, expect.stringContaining(`locales/it/${newPo}:2`)])
  expect(readFileSync(join(root, 'locales/it', newPo), 'utf8')).toBe(broken)
})
