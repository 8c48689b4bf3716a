import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../pipeline/model/locale.ts'
import { listSite } from '../../pipeline/read/list-site.ts'
import type { SiteFiles } from '../../pipeline/read/site-files.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporarySite } from '../support/temporary-site.ts'

const locales = ['en', 'it', 'pt-BR'] as Locale[]

function list(...paths: readonly string[]): SiteFiles {
  const files = listSite(temporarySite(Object.fromEntries(paths.map((path) => [path, '']))), locales)
  if (files === null) throw new Error('There are no articles.')
  return files
}

const told = ({ findings }: SiteFiles): string[] => findings.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`)

test('articles are files, or folders with an index, in folders of any depth', () => {
  const { articles, findings } = list('articles/b.md', 'articles/a/index.md', 'articles/2025/07/talks.md', 'articles/2025/07/talks/more.md')
  expect(articles).toEqual([
    { id: '2025/07/talks', path: 'articles/2025/07/talks.md' },
    { id: '2025/07/talks/more', path: 'articles/2025/07/talks/more.md' },
    { id: 'a', path: 'articles/a/index.md' },
    { id: 'b', path: 'articles/b.md' },
  ])
  expect(findings).toEqual([])
})

test('what stands beside articles are assets', () => {
  expect(list('articles/a/index.md', 'articles/a/talks.jpg', 'articles/a/.DS_Store').assets).toEqual(['articles/a/talks.jpg'])
})

test('catalogs belong to a locale and an article', () => {
  const { catalogs, interfaces } = list(
    'articles/2025/a.md',
    'locales/it/articles/2025/a.po',
    'locales/it/articles/2025/a.po~',
    'locales/pt-BR/interface.json',
  )
  expect(catalogs).toEqual([{ id: '2025/a', locale: 'it', path: 'locales/it/articles/2025/a.po' }])
  expect([...interfaces]).toEqual([['pt-BR', 'locales/pt-BR/interface.json']])
})

describe('found on the way', () => {
  test.each<[what: string, paths: readonly string[], finding: string]>([
    ['an article twice', ['articles/a.md', 'articles/a/index.md'], 'error duplicate-article articles/a/index.md'],
    ['an article without a name', ['articles/index.md'], 'error article-id articles/index.md'],
    ['a reserved name', ['articles/tag.md'], 'error article-id articles/tag.md'],
    ['a reserved folder', ['articles/page/2.md'], 'error article-id articles/page/2.md'],
    ['a control character', ['articles/a\u0007.md'], 'error article-id articles/a\u0007.md'],
    ['a backslash', ['articles/a\\b.md'], 'error article-id articles/a\\b.md'],
    ['decomposed letters', ['articles/e\u0301.md'], 'error article-id articles/e\u0301.md'],
    ['a hidden article', ['articles/.a.md'], 'info ignored-file articles/.a.md'],
    ['an article in a hidden folder', ['articles/.a/b.md'], 'info ignored-file articles/.a/b.md'],
    ['a catalog without an article', ['articles/', 'locales/it/articles/a.po'], 'warning catalog-without-article locales/it/articles/a.po'],
    ['a locale that the site has not', ['articles/a.md', 'locales/fr/articles/a.po'], 'warning unused-locale locales/fr'],
    ['a locale written in another way', ['articles/a.md', 'locales/pt-br/interface.json'], 'warning unused-locale locales/pt-br'],
  ])('%s', (_what, paths, finding) => {
    expect(told(list(...paths))).toEqual([finding])
  })

  test('a duplicate counts once, as the file', () => {
    expect(list('articles/a.md', 'articles/a-b.md', 'articles/a/index.md').articles.map(({ path }) => path)).toEqual([
      'articles/a.md',
      'articles/a-b.md',
    ])
  })

  test('its scope is the article, or the locale', () => {
    const { findings } = list('articles/a.md', 'articles/a/index.md', 'articles/tag.md', 'locales/it/articles/b.po')
    expect(findings.map(({ article, locale }) => [article, locale])).toEqual([
      ['tag', undefined],
      ['a', undefined],
      [undefined, 'it'],
    ])
  })

  test('words alone make no folder of a locale suspicious', () => {
    expect(list('articles/a.md', 'locales/fr/interface.json', 'locales/glossary.yaml').findings).toEqual([])
  })
})

test('symbolic links are passed over and told', () => {
  const root = temporarySite({ 'articles/a.md': '', 'locales/it/articles/b.po': '', 'outside/secret.md': '', 'outside/more/b.md': '' })
  symlinkSync(join(root, 'outside/secret.md'), join(root, 'articles/b.md'))
  symlinkSync(join(root, 'outside/more'), join(root, 'articles/more'))
  symlinkSync(join(root, 'locales/it/articles/b.po'), join(root, 'locales/it/articles/a.po'))
  const files = listSite(root, locales)
  expect(files?.articles.map(({ id }) => id)).toEqual(['a'])
  expect(files?.catalogs).toEqual([])
  expect(files?.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'ignored-file articles/b.md',
    'ignored-file articles/more',
    'ignored-file locales/it/articles/a.po',
    'catalog-without-article locales/it/articles/b.po',
  ])
})

test('a folder of the site that is a link itself is refused', async () => {
  const root = temporarySite({ 'outside/a.md': '' })
  symlinkSync(join(root, 'outside'), join(root, 'articles'))
  expect(await failureFrom(() => listSite(root, locales))).toMatchObject({ code: 'linked-folder', text: { exit: 2 } })
})

test("a file in the place of the articles is the disk's failure", async () => {
  expect(await failureFrom(() => listSite(temporarySite({ articles: '' }), locales))).toMatchObject({
    code: 'disk-failed',
    text: { exit: 3 },
  })
})

test('a folder without articles is no site, one with none yet is', () => {
  expect(listSite(temporarySite({}), locales)).toBe(null)
  expect(list('articles/').articles).toEqual([])
})
