import type { ArticleId } from '../model/article.ts'
import type { Pointer } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Articles } from '../model/manifest.ts'
import type { Addresses } from '../render/addresses.ts'

const none: ReadonlyMap<Locale, Pointer> = new Map()

/** The editions that readers have before a run, by the records of the last one; each looked up when it is asked for. */
export class PublishedEditions {
  readonly #articles: Articles
  #owners: ReadonlyMap<string, ArticleId> | null = null

  constructor(articles: Articles) {
    this.#articles = articles
  }

  of(article: ArticleId): ReadonlyMap<Locale, Pointer> {
    const record = this.#articles.get(article)
    if (record === undefined) return none
    return new Map(
      record.editions.map(({ locale, sourceLocale, publication, slug }) => [locale, { article, locale, sourceLocale, publication, slug }]),
    )
  }

  /** @param key in lower case: two that differ in case only are one on some disks */
  ownerOf(key: string, to: Addresses): ArticleId | null {
    this.#owners ??= new Map(this.#pointers().map((pointer) => [to.article(pointer).key.toLowerCase(), pointer.article]))
    return this.#owners.get(key) ?? null
  }

  #pointers(): Pointer[] {
    return [...this.#articles.keys()].flatMap((id) => [...this.of(id).values()])
  }
}
