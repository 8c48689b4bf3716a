import type { Brand } from './brand.ts'
import type { Finding } from './finding.ts'
import type { Locale } from './locale.ts'
import type { Source } from './source.ts'

/** The path of the article below `articles/` without `.md` or `/index.md`: `2025/07/iran-talks`. */
export type ArticleId = Brand<'ArticleId'>

export interface FrontMatter {
  readonly title: string
  readonly description: string
  /** An instant. */
  readonly date: Date
  /** Of the latest correction where the author says nothing. */
  readonly updated: Date | null
  /** In the author's order. */
  readonly corrections: readonly Correction[]
  readonly authors: readonly string[]
  readonly place: string | null
  readonly tags: readonly string[]
  readonly image: Picture | null
  /** Of the source edition; other editions may translate it. */
  readonly slug: string
  /** The locales to translate into; never the source locale. */
  readonly translate: readonly Locale[]
  readonly draft: boolean
}

/** What was wrong, and since when it isn't. */
export interface Correction {
  readonly date: Date
  readonly text: string
}

export interface Picture {
  /** As written: relative to the article's file, or an address. */
  readonly src: string
  readonly alt: string
  readonly caption: string | null
  readonly credit: string | null
}

export type UnitKind =
  | 'title'
  | 'description'
  | 'slug'
  | 'place'
  | 'image.alt'
  | 'image.caption'
  | 'image.credit'
  | 'correction'
  | 'heading'
  | 'paragraph'
  | 'list item'
  | 'table cell'
  | 'caption'
  | 'credit'
  | 'alternative text'
  | 'note title'
  | 'author'
  | 'post translation'

/**
 * One block of translatable text.
 *
 * Front matter units are plain text, body units inline Markdown with soft line breaks as spaces.
 */
export interface Unit {
  readonly kind: UnitKind
  /** `msgctxt`: the kind for front matter, null in the body. */
  readonly context: string | null
  /** `msgid`. Never empty. */
  readonly text: string
  /** The language of the text where it isn't the article's: a post quoted in the original. */
  readonly locale: Locale | null
  /** What it stands in: somebody's post or passage (`:::quote`), or a block quotation (`>`). */
  readonly frame: Frame | null
  /** How often the same context and text came before in this article. */
  readonly repeat: number
  /** Where its text stands in the file; see `offsetInFile`. */
  readonly spans: readonly Span[]
}

export type Frame = 'post' | 'quote'

/** From `at` (offset in the unit's text) on, the text stands in the file from `from` (offset in the file, UTF-16 units) on, up to the next span. */
export interface Span {
  readonly at: number
  readonly from: number
}

/**
 * The HTML of an article's body with holes: `parts[0] holes[0] parts[1] holes[1] … parts[n]`.
 *
 * Law: filled with the article's own units it is the HTML of the plain unified pipeline, with soft breaks as spaces.
 */
export interface Skeleton {
  readonly parts: readonly string[]
  readonly holes: readonly Hole[]
  /** Footnote identifiers in the order of their numbers. */
  readonly footnotes: readonly string[]
}

export type Hole =
  /** The unit's HTML. */
  | { readonly kind: 'unit'; readonly unit: number }
  /** ` lang="…" dir="…"` of a passage quoted in another language, where an edition shows it in the original. */
  | { readonly kind: 'language'; readonly locale: Locale; readonly units: readonly number[] }
  /** The unit that says what such a passage says, where an edition shows that in the original. */
  | { readonly kind: 'translation'; readonly unit: number; readonly units: readonly number[] }
  /** Interface text, `t(key, values)`. */
  | { readonly kind: 'label'; readonly key: string; readonly values: Readonly<Record<string, string | number>> }
  /** A picture's element; the unit of its alternative text, null where it has none. */
  | { readonly kind: 'picture'; readonly src: string; readonly alt: number | null }
  /** A date in the edition's own calendar and digits. */
  | { readonly kind: 'date'; readonly date: string }
  /** A link back from a footnote to its `nth` mark, left out where the edition has no such mark. */
  | { readonly kind: 'backref'; readonly footnote: number; readonly nth: number }

export interface Article {
  readonly id: ArticleId
  readonly source: Source
  /** The language it was written in: a locale of the site. */
  readonly locale: Locale
  /** As it says itself: its locale, or a variety of that (`en-GB` of `en`), by which its text is checked. */
  readonly variety: Locale
  readonly meta: FrontMatter
  /** In reading order, front matter first. */
  readonly units: readonly Unit[]
  readonly skeleton: Skeleton
  /** Relative addresses, in reading order. */
  readonly targets: readonly Target[]
  /** Of the body, in reading order. */
  readonly headings: readonly Heading[]
  /** Found while reading; an article with errors in its front matter has no Article at all. */
  readonly findings: readonly Finding[]
  /** Blocks and rules that the author silenced, by unit. */
  readonly silences: readonly Silence[]
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number
  /** What a link's `#…` names, the same in every locale. */
  readonly id: string
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
}

/** An address in the source that must exist when the article is published. */
export interface Target {
  readonly kind: 'link' | 'picture'
  /** As written, character escapes resolved. */
  readonly address: string
  /** The text that stands for a picture, empty where there is none; null for a link. */
  readonly alt: string | null
  /** Where it stands in the file: offsets of the link, picture or value. */
  readonly start: number
  readonly end: number
}

/** `<!-- colophon-ignore <rule>: why -->` before a block. */
export interface Silence {
  readonly rule: string
  readonly why: string
  /** Units of the block, as indexes. */
  readonly units: readonly number[]
  /** Offset of the comment in the file. */
  readonly offset: number
  /** Where the block ends in the file; where no block follows, where the comment begins. */
  readonly end: number
}

export type ReadArticle =
  | { readonly kind: 'read'; readonly article: Article }
  | { readonly kind: 'broken'; readonly id: ArticleId; readonly findings: readonly Finding[] }

/** Where in the file the unit's text at `offset` stands. */
export function offsetInFile(unit: Unit, offset: number): number {
  let found = unit.spans[0]
  for (const span of unit.spans) {
    if (span.at > offset) break
    found = span
  }
  return found === undefined ? 0 : found.from + offset - found.at
}
