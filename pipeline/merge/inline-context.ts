import type { Html } from '../model/html.ts'

/** Where a link leads in an edition. */
export interface Link {
  readonly href: string
  /** The language of what it leads to, where it isn't the edition's. */
  readonly hreflang?: string
}

/** What is said of a picture, as plain text. */
export interface PictureWords {
  readonly alt: string
  readonly title?: string
}

/** What a unit's HTML depends on besides its text. One per page: it counts the footnotes' marks. */
export interface InlineContext {
  /** The skeleton's, in the order of their numbers. */
  readonly footnotes: readonly string[]
  /** Marks so far, by footnote; counted up. */
  readonly marks: Map<string, number>
  /** In the digits of the edition's locale. */
  readonly number: (value: number) => string
  /** A relative address; null where it leads nowhere, and only the text stays. */
  readonly link: (address: string) => Link | null
  /** A picture's element; null where it may not be shown, and its text stands in its place. */
  readonly picture: (src: string, words: PictureWords) => Html | null
}
