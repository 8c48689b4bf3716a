import type { Publication } from '../model/edition.ts'
import type { Html } from '../model/html.ts'
import type { Direction, Locale } from '../model/locale.ts'
import type { ShownPicture } from '../model/picture.ts'
import type { StatusReport } from '../model/status-report.ts'

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

/** Interface text in the page's locale. Values are plain text: `html` escapes the result. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Values as the page's readers write them. */
export interface Formats {
  /** "21 July 2025" */
  date(instant: Date): string
  /** "18:00", in the site's time zone. */
  time(instant: Date): string
  /** "21 July 2025 at 18:00" */
  dateTime(instant: Date): string
  /** For machines: ISO 8601 with the site's offset, to the second. */
  machineDate(instant: Date): string
  number(value: number): string
  /** Of numbers, as CLDR names them: `latn`, `arab`, `arabext`. */
  readonly digits: string
  /** Of a share: 0.76 is "76%". */
  percent(share: number): string
  /** "A, B and C". Items that run against the page's direction are isolated. */
  list(items: readonly string[]): string
  /** The same, of names that are links. */
  htmlList(items: readonly Html[]): Html
  /** A language in the page's own: "Italian". */
  displayName(locale: Locale): string
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

/** A text of the front matter. */
export interface Phrase {
  readonly text: string
  /** Its language, where that isn't the page's. */
  readonly lang: LocaleView | null
  readonly origin: 'source' | 'translated' | 'outdated' | 'missing'
}

export interface PictureView extends ShownPicture {
  readonly alt: Phrase
  readonly caption: Phrase | null
  readonly credit: Phrase | null
}

/** A picture of an edition's title, shown where its page is shared. */
export interface SocialCard {
  /** Root-relative. */
  readonly src: string
  readonly alt: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** What was wrong in an earlier version. */
export interface CorrectionView {
  readonly date: Date
  readonly text: Phrase
}

/** Who translated an edition, from what. */
export interface CreditView {
  readonly team: string | null
  readonly translators: readonly string[]
  /** Null where the original isn't published. */
  readonly original: { readonly locale: LocaleView; readonly path: string; readonly url: string } | null
  /** Of the version that was translated. */
  readonly versionDate: Date | null
}

export interface ArticleView extends PageView {
  readonly title: Phrase
  readonly description: Phrase
  readonly place: Phrase | null
  readonly date: Date
  readonly updated: Date | null
  readonly corrections: readonly CorrectionView[]
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly image: PictureView | null
  /** The same in Markdown, root-relative; null where the site has no such twins. */
  readonly markdown: string | null
  /** Null where the site has none. */
  readonly socialCard: SocialCard | null
  readonly body: Html
  /** The language it was written in. */
  readonly sourceLocale: LocaleView
  /** Null for the source edition. */
  readonly credit: CreditView | null
  /** The published article before it in time; null for the oldest. */
  readonly previous: CardView | null
  /** The one after it; null for the latest. */
  readonly next: CardView | null
  /** Earlier ones on the same subjects. */
  readonly related: readonly CardView[]
  readonly publication: Exclude<Publication, 'held'>
  /** Units whose words are those of an earlier source. */
  readonly outdated: number
  /** Units shown in another language. */
  readonly missing: number
}

export interface CardView {
  readonly path: string
  readonly title: string
  /** Its language, where that isn't the page's. */
  readonly titleLang: LocaleView | null
  readonly description: string
  /** Its language, where that isn't the page's. */
  readonly descriptionLang: LocaleView | null
  readonly date: Date
  readonly updated: Date | null
  readonly authors: readonly string[]
  readonly tags: readonly string[]
}

/** The pages of a list: all of a locale's editions. */
export interface IndexView extends PageView {
  /** Newest first. */
  readonly items: readonly CardView[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** On all pages together. */
  readonly count: number
  readonly newer: string | null
  readonly older: string | null
}

/** The editions with one tag. */
export interface TagView extends IndexView {
  /** As readers of this locale know it. */
  readonly label: string
}

/** The editions by one author. */
export interface AuthorView extends IndexView {
  readonly name: string
}

/** The root of the site: its page's own locale is the site's source locale. */
export interface ChooserView extends PageView {
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly locale: LocaleView
  readonly path: string
  /** Published editions in this locale. */
  readonly count: number
  /** In this locale. */
  readonly t: Translate
}

export type NotFoundView = PageView

export interface SearchView extends PageView {
  /** The module that searches: root-relative, as `index`. */
  readonly script: string
  /** Pagefind's module for this locale. */
  readonly index: string
  /** The locale as it writes numbers: a BCP 47 tag with its digits. */
  readonly numbers: string
}

/** At an address that an article has left. */
export interface MovedView extends PageView {
  /** Where it is now: root-relative. */
  readonly to: string
  readonly title: string
  /** Its language, where that isn't the page's. */
  readonly titleLang: LocaleView | null
}

/** What the editors' page of `status --format html` is made of. It is in the site's source locale. */
export interface StatusView extends Pick<PageView, 'locale' | 't' | 'formats'> {
  /** The site's name. */
  readonly site: string
  /** All of the site's. */
  readonly locales: readonly LocaleView[]
  readonly now: Date
  readonly report: StatusReport
}

/** What a site's `templates/` holds, one default export a file. */
export interface Templates {
  readonly article: (view: ArticleView) => Html
  readonly index: (view: IndexView) => Html
  readonly tag: (view: TagView) => Html
  readonly author: (view: AuthorView) => Html
  readonly notFound: (view: NotFoundView) => Html
  readonly search: (view: SearchView) => Html
  readonly chooser: (view: ChooserView) => Html
  readonly moved: (view: MovedView) => Html
}
