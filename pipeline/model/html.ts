/**
 * Text that may stand in a page as it is.
 *
 * Made in three places only: from sanitised units (`merge/`), by the `html` tag of templates, which escapes all else, and from JSON for machines (`render/news-article.ts`).
 */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}
