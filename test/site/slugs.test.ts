import { expect, test } from 'vitest'
import { article, built, catalog, findingsOf, frontMatter, newsroom } from './newsroom.ts'

const translated = (id: string, slug: string) =>
  catalog(...frontMatter, { context: 'slug', id, text: slug }, { id: 'Text.', text: 'Testo.' })

test('a slug is told where it is written: in the article, or in the catalog that translates it', async () => {
  const root = newsroom(['en', 'it'], {
    'articles/2026/a.md': article('Text.\n', { slug: 'same' }),
    'articles/2026/b.md': article('Text.\n', { slug: '"same"' }),
    'articles/2026/c.md': article('Text.\n'),
    'articles/2026/d.md': article('Text.\n'),
    'articles/2026/e.md': article('Text.\n'),
    'locales/it/articles/2026/c.po': translated('c', 'città'),
    'locales/it/articles/2026/d.po': translated('d', 'città'),
    'locales/it/articles/2026/e.po': translated('e', 'In città'),
  })
  const found = await findingsOf(root)
  expect(
    found.map(({ rule, severity, file, line, column, actual, locale }) => [rule, severity, file, line, column, actual, locale]),
  ).toEqual([
    ['duplicate-slug', 'error', 'articles/2026/b.md', 6, 8, 'same', 'en'],
    ['duplicate-slug', 'error', 'locales/it/articles/2026/d.po', 17, 9, 'città', 'it'],
    ['invalid-slug', 'warning', 'locales/it/articles/2026/e.po', 17, 9, 'In città', 'it'],
  ])
  const { page, outcome } = await built(root)
  const there = ['en/2026/same', 'en/2026/c', 'it/2026/città', 'it/2026/e', 'en/2026/d', 'it/2026/d', 'it/2026/In città']
  expect([outcome.status, ...there.filter((path) => page(`${path}/index.html`) !== null)]).toEqual([1, ...there.slice(0, 5)])
})
