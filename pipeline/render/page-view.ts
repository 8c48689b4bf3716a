import type { Direction, Locale } from '../model/locale.ts'
import type { Formats, Translate } from './formats-view.ts'

/** What templates are given: plain text (which `html` escapes), paths with the site's base path, instants. */
export interface PageView {
  readonly site: SiteView
  readonly locale: LocaleView
  readonly t: Translate
  readonly formats: Formats
  /** Of this page, root-relative and percent-encoded. */
  readonly path: string
  /** Absolute; null where a page must not be found by search engines. */
  readonly canonical: string | null
  /** Every indexable edition of this page, itself and `x-default` included; empty where the page is none of them. */
  readonly alternates: readonly Alternate[]
  /** What the language switcher offers: editions that exist, this one included. */
  readonly editions: readonly EditionLink[]
  /** Of what the page shows: of its locale, or of a tag. Null in a locale that has none. */
  readonly feeds: FeedLinks | null
  /** The locale's index; the language chooser where it has none. */
  readonly home: string
  readonly lists: ListPaths
  /** The locale's search page; null where the site has none. */
  readonly search: string | null
}

/** Root-relative paths of the lists that a tag or an author of this page leads to, in the page's locale. */
export interface ListPaths {
  readonly tag: (tag: string) => string
  readonly author: (name: string) => string
  /** Of a tag; null where tags have none. */
  readonly feeds: (tag: string) => FeedLinks | null
}

/** Root-relative paths. */
export interface FeedLinks {
  /** As the feeds call themselves: the site's name, with the tag's before it. */
  readonly title: string
  readonly atom: string
  readonly rss: string
  readonly json: string
}

export interface SiteView {
  readonly name: string
  /** Absolute, without a trailing slash. */
  readonly url: string
  /** Scheme and host, to make a root-relative path absolute. */
  readonly origin: string
  /** The path of `url`: empty, or `/world`. */
  readonly base: string
  /** Root-relative. */
  readonly stylesheet: string
  /** The language chooser. */
  readonly chooser: string
  readonly locales: readonly LocaleView[]
  /** Of articles that name none. */
  readonly sourceLocale: Locale
}

export interface LocaleView {
  readonly tag: Locale
  /** In its own language, as it stands in a list: "Français". */
  readonly name: string
  readonly dir: Direction
  /** As Open Graph writes it, `xx_YY`: a language without a region has that of its formats, else its most likely one (CLDR). */
  readonly openGraph: string
}

export interface Alternate {
  readonly hreflang: string
  /** Absolute. */
  readonly href: string
}

export interface EditionLink {
  readonly locale: LocaleView
  readonly path: string
  readonly current: boolean
}

export type NotFoundView = PageView
