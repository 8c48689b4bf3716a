import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { changedFeeds, staleFeeds } from '../../pipeline/commands/stale-feeds.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { type ArticleRecord, recordOf } from '../../pipeline/model/article-record.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Articles } from '../../pipeline/model/manifest.ts'
import type { FedEdition, FeedList } from '../../pipeline/render/feed-lists.ts'
import { articleRecord } from '../support/staged.ts'

const numRuns = Number(process.env['RUNS'] ?? 200)

/** Tags that are written in two ways now and then. */
const tags = fc.subarray(['sea', 'Sea', 'ports', 'winter', 'winter'])
const story = fc.record({
  day: fc.integer({ min: 10, max: 28 }),
  tags,
  locales: fc.subarray(['en', 'it', 'fr'], { minLength: 1 }),
  shownAs: fc.constantFrom('complete' as const, 'complete' as const, 'source' as const),
  /** An edition that was held back keeps its date. */
  late: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
})
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never

function record({ day, tags, locales, shownAs, late }: Story, index: number): ArticleRecord {
  const plain = articleRecord(`story-${index}`)
  const [edition] = plain.editions
  if (edition === undefined) throw new TypeError('No edition')
  const date = `2026-11-${day}T00:00:00.000Z`
  const editions = locales.map((locale, number) => ({
    ...{ ...edition, locale: locale as typeof edition.locale, tags, publication: shownAs },
    date: late && number === 0 ? '2026-11-09T00:00:00.000Z' : date,
  }))
  return recordOf(plain, { date, editions })
}

function withOtherWords(articles: Articles, changed: ReadonlySet<ArticleId>): Articles {
  const other = ({ editions, ...rest }: ArticleRecord) =>
    recordOf({ ...rest, editions: editions.map((edition, index) => (index === 0 ? { ...edition, page: digest('other words') } : edition)) })
  return new Map([...articles].map(([id, one]) => [id, changed.has(id) ? other(one) : one]))
}

const told = (lists: readonly FeedList<FedEdition>[]) =>
  lists
    .map(({ name, tag, newest, editions }) => ({ name, tag, newest, articles: editions.map(({ article }) => article) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))

test.prop([fc.array(story, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.boolean())], { numRuns })(
  'where only pages have changed, the newest articles tell which feeds have',
  (stories, choices) => {
    const before: Articles = new Map(stories.map(record).map((one) => [one.article, one]))
    const after = withOtherWords(before, new Set([...before.keys()].filter(() => choices.next().value)))
    const limits = { latest: 3, latestOfTag: 2, hub: null }
    expect(told(changedFeeds(before, after, limits))).toEqual(told(staleFeeds(before, after, limits)))
  },
)
