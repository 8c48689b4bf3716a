import { fc, test } from '@fast-check/vitest'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'
import { expect } from 'vitest'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { feed } from '../../pipeline/render/feed.ts'
import { card, sampleShell, tag, to } from './sample.ts'

const shell = sampleShell('ar')
const arabic = card({ locale: tag('ar'), slug: 'مضيق', title: 'ضفّتان <على> & مضيق', updated: '2026-11-20T09:15:00.000Z' })

test('lists what a reader needs, by absolute addresses', async () => {
  const xml = (await feed(shell, [arabic], to)) ?? ''
  expect(xml).toContain('xml:lang="ar"')
  expect(parseAtomFeed(xml)).toMatchObject({
    id: 'https://news.example/ar/',
    title: { value: 'Strait & Sound' },
    updated: '2026-11-20T09:15:00.000Z',
    links: [
      { href: 'https://news.example/ar/feed.xml', rel: 'self' },
      { href: 'https://news.example/ar/', rel: 'alternate' },
    ],
    entries: [
      {
        id: 'tag:news.example,2026:ar/2026/11/strait-talks',
        title: { value: 'ضفّتان <على> & مضيق' },
        summary: { value: arabic.description },
        published: '2026-11-18T17:00:00.000Z',
        updated: '2026-11-20T09:15:00.000Z',
        authors: [{ name: 'Orla Kinsallagh' }],
        links: [{ href: to.article(arabic).url, rel: 'alternate', hreflang: 'ar' }],
      },
    ],
  })
})

const many = Array.from({ length: 40 }, (_, day) => {
  const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
  return card({ article: `a-${day}` as ArticleId, date })
})

test.prop([fc.shuffledSubarray(many, { minLength: many.length })])(
  'holds the latest 30, newest first, in whatever order they come',
  async (cards) => {
    const xml = await feed(sampleShell('en'), cards, to)
    expect(xml).toBe(await feed(sampleShell('en'), many, to))
    const entries = parseAtomFeed(xml ?? '').entries ?? []
    expect(entries.map(({ published }) => published)).toEqual(
      many
        .map(({ date }) => date)
        .reverse()
        .slice(0, 30),
    )
  },
)

test('leaves out editions in another language; without any other it is a feed that has no entry yet', async () => {
  const xml = (await feed(sampleShell('fr'), [card({ locale: tag('fr'), publication: 'source' })], to)) ?? ''
  expect(parseAtomFeed(xml)).toMatchObject({ id: 'https://news.example/fr/', updated: '2026-11-18T17:00:00.000Z' })
  expect(parseAtomFeed(xml).entries ?? []).toEqual([])
  expect(await feed(sampleShell('fr'), [], to)).toBeNull()
})

test.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })])('is well-formed whatever the words', async (title, author) => {
  const xml = await feed(sampleShell('en'), [card({ title, authors: [author], tags: [title] })], to)
  expect(XMLValidator.validate(xml ?? '')).toBe(true)
  expect(xml).not.toMatch(/[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/)
})
