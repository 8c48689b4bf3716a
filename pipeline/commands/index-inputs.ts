import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { IndexInputs } from '../model/manifest.ts'
import type { FedEdition } from '../render/feed-lists.ts'

/** An edition that is in the news now. */
export type NewsEdition = FedEdition & Pick<EditionRecord, 'page'>

/** Of what a page is made from, what all pages are made from among it. */
export type PageInputs = (sources: unknown, targets: Iterable<string>) => Digest

/** What the indexes of these articles are made from: by locale, those of its news, `feeds`, and `site` for what belongs to no locale. */
export function indexInputs(records: Iterable<ArticleRecord>, news: readonly NewsEdition[], page: PageInputs): IndexInputs {
  const cards = new Map<Locale, [ArticleId, Digest][]>()
  const listed = new Map<Locale, Listed>()
  for (const { article, editions } of records) {
    for (const { locale, card, tags, authors } of editions) {
      const own = cards.get(locale) ?? []
      own.push([article, card])
      cards.set(locale, own)
      const known = listed.get(locale) ?? { tags: new Set(), authors: new Set() }
      known.tags.add(tags)
      known.authors.add(authors)
      listed.set(locale, known)
    }
  }
  const locales = [...cards.keys()].sort()
  // The pages of a tag or an author lead to those of the other locales, where there are any.
  const lists = locales.map((locale) => namesIn(listed.get(locale)))
  const ofLocales = locales.map((locale) => [locale, page([locales, lists, cards.get(locale)], [])] as const)
  return {
    ...Object.fromEntries(ofLocales),
    ...newsInputs(locales, news, page),
    feeds: page([], []),
    site: page(ofLocales, []),
  }
}

/** The same where no list of articles is another one than before: the news alone change with the clock, and with what their pages say. */
export function quietIndexInputs(before: IndexInputs, news: readonly NewsEdition[], page: PageInputs): IndexInputs {
  const locales = Object.keys(before).filter((name) => newsOf(name) in before) as Locale[]
  return { ...before, ...newsInputs(locales, news, page) }
}

/** What the news of a locale are called among indexes. */
export function newsOf(locale: string): string {
  return `${locale} news`
}

function newsInputs(locales: readonly Locale[], editions: readonly NewsEdition[], page: PageInputs): IndexInputs {
  const news = Map.groupBy(editions, ({ locale }) => locale)
  const inputs = (locale: Locale) => page(news.get(locale)?.map(({ article, page: made }) => [article, made]) ?? [], [])
  return Object.fromEntries(locales.map((locale) => [newsOf(locale), inputs(locale)]))
}

/** What the editions of a locale are listed by. Those that come from a manifest share the few lists that there are: each is looked at once. */
interface Listed {
  readonly tags: Set<readonly string[]>
  readonly authors: Set<readonly string[]>
}

function namesIn(listed: Listed | undefined): string[] {
  const names = (lists: Iterable<readonly string[]> = []) => [...new Set([...lists].flat())]
  return [...names(listed?.tags).map((tag) => `tag ${tag}`), ...names(listed?.authors).map((name) => `author ${name}`)].sort()
}
