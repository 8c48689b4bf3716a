/**
 * Text that may stand in a page as it is.
 *
 * Made in two places only: from sanitised units (`merge/`) and by the `html` tag of templates, which escapes all else.
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
