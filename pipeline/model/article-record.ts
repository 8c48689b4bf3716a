import type { ArticleId } from './article.ts'
import type { Key } from './artifact.ts'
import type { Digest } from './digest.ts'
import type { Card, Held } from './edition.ts'
import type { Finding } from './finding.ts'
import type { Locale } from './locale.ts'

/** What a publish learnt of an article, so that the next one needn't read it where nothing that it depends on has changed. Plain JSON: it is kept in the manifest. */
export interface ArticleRecord {
  readonly article: ArticleId
  /**
   * Of the article's files, of what its addresses lead to, and of what all articles are made with. Null where it is to be read again in any case: what
   * becomes of it depends on other articles' addresses, or only some of its editions were wanted.
   */
  readonly inputs: Digest | null
  /** When it is to be read again, whatever its inputs: its date is still to come. ISO 8601, UTC. */
  readonly due: string | null
  /** ISO 8601, UTC, by which it stands among the others; empty where it isn't known. */
  readonly date: string
  /** Of the addresses of the articles that it links to. */
  readonly links: Digest
  /** Paths in the site that it points at, there or not, in reading order; once more with `#` where it points at a heading there. */
  readonly targets: readonly string[]
  /** Those, and what its editions point at: whatever a change of it may change this article by. */
  readonly reach: readonly string[]
  /** The tags of its editions; null where these don't have the same, or not the date of the article. */
  readonly subjects: readonly string[] | null
  /** Its errors, which each publish tells. */
  readonly errors: readonly Finding[]
  readonly held: readonly Held[]
  /** The published ones, by locale. */
  readonly editions: readonly EditionRecord[]
}

export interface EditionRecord extends Pick<Card, 'slug' | 'publication' | 'sourceLocale' | 'date' | 'tags' | 'authors'> {
  readonly locale: Locale
  /** Of its card. */
  readonly card: Digest
  /** Of all that its page was made from. */
  readonly page: Digest
  /** Of what the rules read when they last found no error in it: the article, its catalog, and what all articles are checked by. */
  readonly sound: Digest
  /** Paths that it points at and the article doesn't: a translator's own. */
  readonly targets: readonly string[]
  /** The stylesheet, pictures and documents of its page. */
  readonly assets: readonly Key[]
  /** The articles that its page leads to: the one before it, the one after it, then related ones. */
  readonly around: readonly (ArticleId | null)[]
}

/** What a record is made of; the rest follows from it. */
export type ArticleFacts = Omit<ArticleRecord, 'reach' | 'subjects'>

/** A record with other facts, as a plain object: one that was read from a manifest isn't. */
export function recordOf(facts: ArticleFacts, other: Partial<ArticleFacts> = {}): ArticleRecord {
  const { article, inputs, due, date, links, targets, errors, held } = facts
  const editions = other.editions ?? facts.editions
  const reach = [...new Set([...(other.targets ?? targets), ...editions.flatMap((edition) => edition.targets)])]
  const record = { article, inputs, due, date, links, targets, errors, held, ...other, editions, reach }
  return { ...record, subjects: subjectsOf(record) }
}

function subjectsOf({ date, editions }: Pick<ArticleFacts, 'date' | 'editions'>): readonly string[] | null {
  const tags = editions[0]?.tags ?? []
  const isEven = (edition: EditionRecord) =>
    edition.date === date && edition.tags.length === tags.length && edition.tags.every((tag, index) => tag === tags[index])
  return editions.every(isEven) ? tags : null
}
