import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'

test('programs read how far every translation is', async () => {
  const { status, stdout } = await colophon(['status', '--json', '--root', fixture('two-newsrooms')])
  const complete = { units: 7, translated: 7, outdated: 0, missing: 0 }
  const partial = { units: 7, translated: 3, outdated: 1, missing: 3 }
  const ciao = { units: 3, translated: 3, outdated: 0, missing: 0 }
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    {
      locales: {
        en: { ...ciao, words: 12, articles: { ciao: { ...ciao, published: 'complete' } } },
        it: { ...complete, words: 37, articles: { '2026/harbour': { ...complete, published: 'complete' } } },
        ar: { ...partial, words: 37, articles: { '2026/harbour': { ...partial, published: 'marked' } } },
      },
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
  expect(JSON.parse(stdout).locales.en.articles.ciao).toEqual({ units: 3, translated: 3, outdated: 0, missing: 0, published: 'held' })
})

test('people read a table', async () => {
  const { status, stdout } = await colophon(['status', '--locale', 'it,ar', '--root', fixture('two-newsrooms')])
  expect([status, stdout]).toEqual([
    0,
    [
      'it  7 of 7 units translated, 0 outdated, 0 missing; 37 words in 1 article',
      '  2026/harbour  100%  complete',
      '',
      'ar  3 of 7 units translated, 1 outdated, 3 missing; 37 words in 1 article',
      '  2026/harbour   42%  marked  1 outdated, 3 missing',
      '',
    ].join('\n'),
  ])
})

test('pull requests read Markdown', async () => {
  const { stdout } = await colophon(['status', '--format', 'markdown', '--locale', 'ar', '--root', fixture('two-newsrooms')])
  expect(stdout).toContain('| ar | 7 | 3 | 1 | 3 | 37 |\n')
  expect(stdout).toContain('| 2026/harbour | 7 | 3 | 1 | 3 | marked |\n')
})

test('what can not be read counts as missing, is told and ends with 1', async () => {
  const { status, stdout, stderr } = await colophon(['status', '--json', '--quiet', '--root', fixture('mistakes')])
  expect([status, JSON.parse(stdout).locales.fr.articles]).toEqual([
    1,
    { talks: { units: 4, translated: 0, outdated: 0, missing: 4, published: 'held' } },
  ])
  expect(stderr).toContain('locales/fr/articles/talks.po:5:7: error')
})
