import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from './addresses.ts'
import type { FeedText } from './feed-text.ts'
import type { Translate } from './formats-view.ts'

/** An edition as feeds tell it; every text can stand in XML. */
export interface FeedEntry {
  /** A tag URI (RFC 4151): it stays when a slug changes, so that no reader shows an entry twice. */
  readonly id: string
  readonly url: string
  readonly locale: Locale
  readonly title: FeedPhrase
  readonly summary: FeedPhrase
  readonly published: Date
  readonly updated: Date
  readonly authors: readonly string[]
  readonly tags: readonly FeedTag[]
  /** Null where the run that makes the feed doesn't make the page, and the published feed doesn't have it: readers get the summary. */
  readonly text: FeedText | null
}

export interface FeedPhrase {
  readonly text: string
  /** Its language, where that isn't the edition's. */
  readonly lang: Locale | null
}

export interface FeedTag {
  readonly name: string
  /** As readers of the edition see it. */
  readonly label: string
}

export function feedEntry(
  card: Card,
  text: FeedText | null,
  { siteUrl, t, to }: { siteUrl: string; t: Translate; to: Addresses },
): FeedEntry {
  return {
    id: entryId(card, siteUrl),
    url: to.article(card).url,
    locale: card.locale,
    title: { text: inXml(card.title), lang: card.titleLocale ?? null },
    summary: { text: inXml(card.description), lang: card.descriptionLocale ?? null },
    published: new Date(card.date),
    updated: new Date(card.updated ?? card.date),
    authors: card.authors.map(inXml),
    tags: card.tags.map((tag) => ({ name: inXml(tag), label: inXml(t(`tag.${tag}`)) })),
    text: text && cleaned(text),
  }
}

export function entryId({ article, locale, date }: Pick<Card, 'article' | 'locale' | 'date'>, siteUrl: string): string {
  return `tag:${new URL(siteUrl).hostname},${date.slice(0, 4)}:${locale}/${article.split('/').map(encodeURIComponent).join('/')}`
}

function cleaned({ content, image, translation }: FeedText): FeedText {
  const { team = null, translators = [], original = null } = translation ?? {}
  const credit = { team: team === null ? null : inXml(team), translators: translators.map(inXml), original }
  return { content: inXml(content), image, translation: translation && credit }
}

/** XML 1.0 can't hold most control characters, not even escaped. */
export function inXml(text: string): string {
  return unfit.test(text) || !text.isWellFormed() ? text.toWellFormed().replace(eachUnfit, '') : text
}

const unfit = /[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/
const eachUnfit = /[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/g
