import { expect, test } from 'vitest'
import { articlesOfTexts } from '../../../pipeline/catalog/foreign/belonging.ts'
import { foreignTexts } from '../../../pipeline/catalog/foreign/foreign-text.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import { catalog, message } from '../sample.ts'

type Row = readonly [id: string, references: readonly string[], home?: string]

/** In which articles each text stood; the file is given from its end. */
function belonging(ids: readonly string[], rows: readonly Row[]) {
  const messages = rows.map(([id, references], at) => message(id, 'x', { references, line: at + 1 }))
  const texts = foreignTexts(catalog(...messages.toReversed()), () => [])
  const homes = new Map(
    texts.flatMap((text) => {
      const home = rows.find(([id]) => id === text.id)?.[2]
      return home === undefined ? [] : [[text, new Set(home.split(' ') as ArticleId[])] as const]
    }),
  )
  return Object.fromEntries([...articlesOfTexts(texts, ids as ArticleId[], homes)].map(([text, articles]) => [text.id, articles.join(' ')]))
}

test('references name articles by the longest end of their path that is one', () => {
  const rows: Row[] = [
    ['both', [' src/a.md:3 b/index.md', '']],
    ['the longer', [' src/x/a.markdown:12']],
    ['none', [' src/gone.md']],
  ]
  expect(belonging(['a', 'x/a', 'b'], rows)).toEqual({ both: 'a b', 'the longer': 'x/a', none: '' })
})

test('a text is in the articles that have it, too', () => {
  expect(belonging(['a', 'b'], [['One', [' a.md'], 'b']])).toEqual({ One: 'a b' })
})

test('one without references is where those around it are', () => {
  const rows: Row[] = [
    ['first', []],
    ['in a', [], 'a'],
    ['second', [' ']],
    ['in both', [], 'a b'],
    ['third', []],
    ['elsewhere', [' c.md']],
    ['in b', [], 'b'],
    ['fourth', []],
  ]
  expect(belonging(['a', 'b'], rows)).toEqual({
    first: 'a',
    'in a': 'a',
    second: 'a b',
    'in both': 'a b',
    third: 'a b',
    elsewhere: '',
    'in b': 'b',
    fourth: 'b',
  })
  expect(belonging(['a'], rows.slice(0, 1))).toEqual({ first: 'a' })
  expect(belonging(['a', 'b'], rows.slice(0, 1))).toEqual({ first: '' })
})

test('the articles that have the texts of a file have its other texts, too', () => {
  const rows: Row[] = [
    ['kept', [' src/old.md:3'], 'moved'],
    ['edited', [' src/old.md:4 src/other.md:1']],
    ['in two files', [' src/other.md:3 src/more.md'], 'a'],
    ['in two articles', [' src/other.md:4'], 'a moved'],
    ['nowhere', [' src/other.md:5']],
  ]
  expect(belonging(['a', 'moved'], rows)).toEqual({
    kept: 'moved',
    edited: 'moved',
    'in two files': 'a',
    'in two articles': 'a moved',
    nowhere: '',
  })
})
