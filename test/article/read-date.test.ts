import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { readArticle } from '../../pipeline/article/read-article.ts'
import { readDate } from '../../pipeline/article/read-date.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import type { Digest } from '../../pipeline/model/digest.ts'
import { plainSite } from '../support/plain-site.ts'

const rest = 'title: A\ndescription: B\nauthors: [Ada]\n'

/** By both ways; null where the article can't be read. */
function both(text: string): { readonly quick: Date | null; readonly whole: Date | null } {
  const source = { path: 'articles/a.md', text, digest: '' as Digest }
  const read = readArticle('a' as ArticleId, source, plainSite)
  return { quick: readDate(source, plainSite), whole: read.kind === 'read' ? read.article.meta.date : null }
}

test.each([
  ['a day', 'date: 2025-07-21\n'],
  ['an instant', 'date: 2025-07-21T18:00:00+02:00\n'],
  ['in quotes', 'date: "2025-07-21"\n'],
  ['before a comment', 'date: 2025-07-21 # Monday\n'],
  ['of a key in quotes', '"date": 2025-07-21\n'],
  ['as an anchor', 'date: &day 2025-07-21\nupdated: *day\n'],
  ['beside a text that looks like one', 'date: 2025-07-21\nplace: |-\n  date: 2024-01-01\n'],
  ['beside a text that goes on with one', 'date: 2025-07-21\nplace: >\n  a\n  date: 2024-01-01\n'],
  ['beside a later one', 'date: 2025-07-21\nupdated: 2025-07-22\n'],
])('a date is read alone as with the article: %s', (_, written) => {
  for (const text of [
    `---\n${rest}${written}---\n`,
    `---\n${written}${rest}---\n`,
    `\uFEFF---\r\n${(written + rest).replaceAll('\n', '\r\n')}---\r\n`,
  ]) {
    const { quick, whole } = both(text)
    expect(whole).toBeInstanceOf(Date)
    expect(quick).toEqual(whole)
  }
})

test.each(['', 'no front matter', '---\n---\n', '---\ndate: 2025-02-30\n---\n', '---\ndate: soon\n---\n', '---\ntitle: [\n---\n'])(
  'there is none in %j',
  (text) => {
    expect(both(text).quick).toBeNull()
  },
)

const line = fc.constantFrom(
  'date: 2025-07-21',
  'date: 2025-01-01T10:00',
  '  date: 2024-01-01',
  'place: |',
  'place: >-',
  'updated: 2025-07-22',
  '',
  '  x',
  'tags:',
  '- date',
  '? date',
  ': 2025-03-03',
  "slug: 'a",
  "  date: 2025-05-05'",
  '# date: 2024-02-02',
  '{date: 2025-06-06}',
)

test.prop([fc.array(line, { maxLength: 6 })])('whatever stands around it, where the article can be read', (lines) => {
  const { quick, whole } = both(`---\n${rest}${lines.join('\n')}\n---\n`)
  if (whole !== null) expect(quick).toEqual(whole)
})
