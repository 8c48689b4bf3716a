import { describe, expect, test } from 'vitest'
import { asMoved, catalogMoves } from '../../pipeline/commands/catalog-moves.ts'
import { openSite } from '../../pipeline/commands/open-site.ts'
import { git } from '../support/renamed-article.ts'
import { article, config, translation } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

/** Of a site in English, Italian and French, without git where nobody commits: from where to whose each catalog goes. */
async function movesIn(root: string) {
  const { site, files } = await openSite(root, { locales: [], articles: [] })
  const moves = await catalogMoves(root, { site, files })
  return { files, moves, told: moves.map(({ file, id }) => `${file.path.slice('locales/'.length)} → ${id}`) }
}

function site(files: Readonly<Record<string, string>>): string {
  return temporarySite({ 'articles/': '', 'colophon.config.json': config({ locales: ['en', 'it', 'fr'] }), ...files })
}

const told = async (files: Readonly<Record<string, string>>) => (await movesIn(site(files))).told

const ferry = article('Ferry', 'Boats go at ten.')
const italian = translation('it', 'Ferry', { body: 'Boats go at ten.' })

describe('told by texts', () => {
  test('a catalog belongs to the article that has most of its texts', async () => {
    const near = article('Ferry', 'Boats go at noon.')
    expect(await told({ 'articles/a.md': near, 'articles/b.md': ferry, 'locales/it/articles/old.po': italian })).toEqual([
      'it/articles/old.po → b',
    ])
    expect(await told({ 'articles/a.md': near, 'locales/it/articles/old.po': italian })).toEqual(['it/articles/old.po → a'])
  })

  test('less than six in ten are too few', async () => {
    const only = article('Pier', 'Boats go at ten.').replace('About Pier.', 'About Ferry.')
    expect(await told({ 'articles/a.md': only, 'locales/it/articles/old.po': italian })).toEqual(['it/articles/old.po → a'])
    expect(await told({ 'articles/a.md': article('Pier', 'Boats go at ten.'), 'locales/it/articles/old.po': italian })).toEqual([])
  })

  test('each catalog and each article once, the surest first, then by name', async () => {
    const near = translation('it', 'Ferry', { body: 'Boats go at noon.' })
    expect(await told({ 'articles/a.md': ferry, 'locales/it/articles/new.po': near, 'locales/it/articles/old.po': italian })).toEqual([
      'it/articles/old.po → a',
    ])
    expect(
      await told({
        'articles/b.md': ferry,
        'articles/a.md': ferry,
        'locales/it/articles/y.po': italian,
        'locales/it/articles/x.po': italian,
      }),
    ).toEqual(['it/articles/x.po → a', 'it/articles/y.po → b'])
  })

  test('one in each language', async () => {
    const french = translation('fr', 'Ferry', { body: 'Boats go at ten.' })
    const both = { 'locales/it/articles/old.po': italian, 'locales/fr/articles/old.po': french }
    expect(await told({ 'articles/a.md': ferry, ...both })).toEqual(['fr/articles/old.po → a', 'it/articles/old.po → a'])
    expect(await told({ 'articles/a.md': ferry, ...both, 'locales/it/articles/a.po': italian })).toEqual(['fr/articles/old.po → a'])
  })

  test('none for an article that isn’t translated into the language, and none that can’t be read', async () => {
    expect(
      await told({ 'articles/a.md': article('Ferry', 'Boats go at ten.', 'translate: [fr]\n'), 'locales/it/articles/old.po': italian }),
    ).toEqual([])
    expect(await told({ 'articles/a.md': ferry, 'locales/it/articles/old.po': `${italian}\nmsgid "` })).toEqual([])
    expect(await told({ 'articles/a.md': '---\ntitle: [\n---\n', 'locales/it/articles/old.po': italian })).toEqual([])
  })
})

describe('told by git', () => {
  const renamed = (files: Readonly<Record<string, string>>, from: string, to: string) => {
    const root = site(files)
    git(root, 'init', '-q')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'Write')
    git(root, 'mv', from, to)
    return root
  }
  const strange = translation('it', 'Quite another')

  test.each([
    ['articles/old.md', 'articles/new.md'],
    ['articles/old/index.md', 'articles/new.md'],
  ])('a catalog goes where its article went from %s, whatever they say', async (from, to) => {
    const root = renamed({ [from]: ferry, 'articles/like.md': article('Quite another'), 'locales/it/articles/old.po': strange }, from, to)
    expect((await movesIn(root)).told).toEqual(['it/articles/old.po → new'])
  })

  test('not where one lies already: then the texts tell', async () => {
    const files = { 'articles/old.md': ferry, 'locales/it/articles/old.po': italian, 'locales/it/articles/new.po': strange }
    expect((await movesIn(renamed(files, 'articles/old.md', 'articles/new.md'))).told).toEqual([])
    const twin = { ...files, 'articles/twin.md': ferry }
    expect((await movesIn(renamed(twin, 'articles/old.md', 'articles/new.md'))).told).toEqual(['it/articles/old.po → twin'])
  })

  test('what git has told leaves no place for another', async () => {
    const files = { 'articles/old.md': ferry, 'locales/it/articles/lost.po': italian, 'locales/it/articles/old.po': strange }
    expect((await movesIn(renamed(files, 'articles/old.md', 'articles/new.md'))).told).toEqual(['it/articles/old.po → new'])
  })
})

test('moved in a list, a catalog is its article’s, where it lies, and no finding is left of it', async () => {
  const { files, moves } = await movesIn(
    site({ 'articles/a.md': ferry, 'locales/it/articles/old.po': italian, 'locales/fr/articles/gone.po': translation('fr', 'Gone') }),
  )
  const { catalogs, orphans, findings, articles } = asMoved(files, moves)
  expect(catalogs).toEqual([{ id: 'a', locale: 'it', path: 'locales/it/articles/old.po' }])
  expect(orphans.map(({ path }) => path)).toEqual(['locales/fr/articles/gone.po'])
  expect(findings.map(({ file }) => file)).toEqual(['locales/fr/articles/gone.po'])
  expect(articles).toEqual(files.articles)
})
