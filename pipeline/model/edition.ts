import type { Article, ArticleId } from './article.ts'
import type { Catalog, Message } from './catalog.ts'
import type { Locale } from './locale.ts'

export type Origin = 'source' | 'translated' | 'outdated' | 'missing'

/** What a reader gets for one unit. */
export interface Words {
  readonly origin: Origin
  /** Inline Markdown (plain text in front matter), in `locale`. */
  readonly text: string
  /** Of the text: the edition's own, or that of a fallback or the source. */
  readonly locale: Locale
  /** The message that they come from. */
  readonly message: Message | null
}

/** How an edition reaches readers. `held`: not at all. */
export type Publication = 'complete' | 'marked' | 'held' | 'source'

/** An article in one locale; `words[i]` are those of `article.units[i]`. */
export interface Edition {
  readonly article: Article
  readonly locale: Locale
  readonly words: readonly Words[]
  readonly catalog: Catalog | null
  /** Every unit is the source's own or translated (a slug doesn't count). */
  readonly complete: boolean
  /** `Language-Team` of the catalog: "Translation Service of Withub". */
  readonly credit: string | null
  /** Names from `# Translator:` comments. */
  readonly translators: readonly string[]
}

/** What the rest of the site needs to know of a published edition. Plain JSON: it is kept in the manifest. */
export interface Card {
  readonly article: ArticleId
  readonly locale: Locale
  readonly sourceLocale: Locale
  readonly publication: Exclude<Publication, 'held'>
  readonly title: string
  /** Of the title, where it isn't the edition's. */
  readonly titleLocale?: Locale
  readonly description: string
  /** Of the description, where it isn't the edition's. */
  readonly descriptionLocale?: Locale
  /** ISO 8601, UTC. */
  readonly date: string
  readonly updated: string | null
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly slug: string
}

/** What those that point at a published edition need to know of it. */
export type Pointer = Pick<Card, 'article' | 'locale' | 'sourceLocale' | 'publication' | 'slug'>

/** An edition that isn't published by this build. */
export interface Held {
  readonly article: ArticleId
  readonly locale: Locale
  readonly why: string
  /** An error, or a date that is still to come, holds back only what is new; the edition published before stays. */
  readonly cause: 'incomplete' | 'error' | 'date'
  /** The date that is still to come, ISO 8601, UTC. */
  readonly until?: string
}
