import type { Severity } from './finding.ts'
import type { Locale } from './locale.ts'

/** What a reader sees when a translation isn't complete. */
export type Incomplete = 'hold' | 'mark' | 'source'

export interface LocaleSettings {
  readonly tag: Locale
  /** Where missing words come from, in this order, before the source. */
  readonly fallback: readonly Locale[]
  readonly incomplete: Incomplete
  /** A variety of the language, in which dates, times and lists are written; the locale itself where absent. */
  readonly formats?: Locale
  /** BCP 47 `ca`; the locale's own where null. */
  readonly calendar: string | null
  /** BCP 47 `nu`; the locale's own where null. */
  readonly numberingSystem: string | null
  /** An npm package or a path of a Hunspell dictionary; false for none. The locale's own where absent. */
  readonly dictionary?: string | false
}

export type FontUse = 'text' | 'display' | 'sans'

/** A font that pages bring with them. */
export interface FontSettings {
  /** As the stylesheet calls it. */
  readonly family: string
  /** Relative to the site's root. */
  readonly file: string
  /** What is set in it. */
  readonly use: readonly FontUse[]
  /** As CSS writes it: `400`, or `200 900` for one that has them all. */
  readonly weight: string
  readonly style: 'normal' | 'italic'
  /** CSS `font-display`. */
  readonly display: 'optional' | 'swap' | 'fallback' | 'block'
  /** Null for all. */
  readonly locales: readonly Locale[] | null
}

export type RuleSetting = Severity | 'off'

/** The checked configuration of a site, defaults filled in. */
export interface Site {
  readonly name: string
  /** Absolute, without a trailing slash: `https://news.example/world`. */
  readonly url: string
  /** IANA. */
  readonly timeZone: string
  /** Of articles that name none. */
  readonly sourceLocale: Locale
  readonly locales: readonly LocaleSettings[]
  readonly pictures: {
    /** Whose pictures may be shown. */
    readonly hosts: readonly string[]
    /** In which pictures are made: pixels, ascending. */
    readonly widths: readonly number[]
    /** How wide the layout shows them: a `sizes` attribute. */
    readonly sizes: string
  }
  readonly fonts: readonly FontSettings[]
  /** Whether readers can search each language. */
  readonly search: boolean
  /** Social cards; null where none are made. */
  readonly cards: {
    /** Files of fonts: in the site, or of npm packages. */
    readonly fonts: readonly string[]
    /** Colours: `#rrggbb`. */
    readonly paper: string
    readonly ink: string
    readonly accent: string
  } | null
  readonly rules: ReadonlyMap<string, { readonly setting: RuleSetting; readonly options: Readonly<Record<string, unknown>> }>
  /** Whether each page has a twin in Markdown, and `llms.txt` names them. */
  readonly llms: boolean
  readonly feeds: {
    /** Articles in a locale's feed. */
    readonly latest: number
    /** Articles in the feed of a tag; 0 for no such feeds. */
    readonly latestOfTag: number
    /** The address of a WebSub hub; null without one. */
    readonly hub: string | null
  }
  readonly publish: {
    readonly to: string | null
    readonly endpoint: string | null
    readonly region: string | null
    /** Objects that one publish may delete. */
    readonly deleteLimit: number
    /** Releases that can be restored. */
    readonly keepReleases: number
    /** How texts are stored, for a server that doesn't compress by itself. */
    readonly compress: 'none' | 'gzip' | 'brotli'
    /** The cache in front of the store that is told what changed. */
    readonly cloudfront: { readonly distribution: string; readonly by: 'path' | 'tag' } | null
    /** How long a publish may be silent until another one takes over. */
    readonly leaseSeconds: number
    /** How long a preview stays after it was last published. */
    readonly previewDays: number
  }
}
