import type { UnitKind } from './article.ts'

/** One block of a document, as it is compared with a document in another language. */
export interface Passage {
  /** `code` is no unit: it only tells where in the document we are. */
  readonly kind: UnitKind | 'code'
  /** Of a heading, 1 to 6; 0 for all else. */
  readonly level: number
  /** What it stands in. */
  readonly frame: 'quote' | 'footnote' | null
  /** Inline Markdown; plain text for front matter and code. */
  readonly text: string
  /** Where it begins in the document's Markdown, UTF-16 units. */
  readonly offset: number
}
