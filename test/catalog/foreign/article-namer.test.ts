import { expect, test } from 'vitest'
import { articleNamer } from '../../../pipeline/catalog/foreign/article-namer.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'

type Votes = Readonly<Record<string, readonly string[]>>

function named(path: string, ids: readonly string[], votes: Votes = {}): ArticleId[] {
  const namesOf = articleNamer(ids as ArticleId[], new Map(Object.entries(votes)) as Map<string, ArticleId[]>)
  const first = namesOf(path)
  expect(namesOf(path)).toEqual(first)
  return first
}

test.each<[what: string, path: string, ids: readonly string[], expected: readonly string[]]>([
  ['the id that the path ends with', 'src/cargo/samples.md', ['cargo/samples', 'samples/cargo'], ['cargo/samples']],
  ['the longest of them', 'src/cargo/samples.markdown', ['samples', 'cargo/samples'], ['cargo/samples']],
  ['the folder of an index', 'src/cargo/index.md', ['cargo'], ['cargo']],
  ['the id that ends like it below another folder', 'src/cargo/samples.md', ['book/cargo/samples', 'book/samples'], ['book/cargo/samples']],
  ['the whole id rather than one that ends as it does', 'src/a/samples.md', ['a/samples', 'x/src/a/samples'], ['a/samples']],
  ['the one that ends most like it, wherever it stands', 'src/a/samples.md', ['other/samples', 'book/a/samples'], ['book/a/samples']],
  ['none of two that end as much like it', 'src/samples.md', ['book/samples', 'other/samples'], []],
  ['none that only ends with the same letters', 'src/examples.md', ['book/samples', 'ples'], []],
  ['none where there is no such name', 'src/samples.md', ['samples/cargo'], []],
])('a file is %s', (_, path, ids, expected) => {
  expect(named(path, ids)).toEqual(expected)
})

test('a file is what its texts have moved to, too', () => {
  expect(named('src/old.md', ['new', 'old'], { 'src/old.md': ['new', 'new'], 'src/new.md': ['old'] })).toEqual(['old', 'new'])
  expect(named('src/gone.md', ['a', 'b', 'c'], { 'src/gone.md': ['b', 'c', 'b', 'c', 'c'] })).toEqual(['b', 'c'])
})

test('a few texts of many are elsewhere by chance', () => {
  expect(named('src/gone.md', ['a', 'b'], { 'src/gone.md': ['a', 'b', 'b', 'b'] })).toEqual(['a', 'b'])
  expect(named('src/gone.md', ['a', 'b'], { 'src/gone.md': ['a', 'b', 'b', 'b', 'b'] })).toEqual(['b'])
})
