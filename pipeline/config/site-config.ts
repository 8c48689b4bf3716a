import type { FontUse, Incomplete, RuleSetting } from '../model/site.ts'

/** What stands in `colophon.config.ts`, `.js` or `.json`. All but `locales` has a default. */
export interface SiteConfig {
  site?: {
    /** Default: the folder's name. */
    name?: string
    /** Where readers find the site: absolute, http or https. Default: `http://localhost:4000`. */
    url?: string
    /** IANA name. Default: `UTC`. */
    timeZone?: string
  }
  /** Of articles that name no `lang`. Default: `en` where it is one of the locales, else the first of them. */
  sourceLocale?: string
  /** BCP 47 tags, in the order in which the site shows them. */
  locales: readonly (string | LocaleConfig)[]
  /** What readers see of a translation that isn't complete. Default: `hold`. */
  incomplete?: Incomplete
  pictures?: {
    /** Hosts whose pictures articles may show, `images.example.org`. Default: none but the site's own. */
    hosts?: readonly string[]
    /** Pixels: the widths in which pictures are made, as far as they have them. Default: 400, 800, 1200, 1600. */
    widths?: readonly number[]
    /** How wide the layout shows pictures: a `sizes` attribute. Default: that of the built-in stylesheet. */
    sizes?: string
  }
  /** Web fonts, cut down to the letters that pages need. Default: none, readers have their own. */
  fonts?: readonly FontConfig[]
  /** Pictures of the title, 1200 × 630, that are shown where a page is shared. Default: none. */
  cards?: boolean | CardsConfig
  /** `llms.txt`, and a twin of each page in Markdown. Default: false. */
  llms?: boolean
  /** A search page for each language, by Pagefind. Default: none. */
  search?: boolean
  feeds?: {
    /** Articles in a language's feed. Default: 30. */
    latest?: number
    /** Articles in the feed of a tag; 0 for no feeds of tags. Default: 10. */
    latestOfTag?: number
    /** The address of a WebSub hub, which tells subscribers of new articles at once. Default: none. */
    hub?: string
  }
  check?: {
    /** Rule → its severity, or `[severity, options]`. */
    rules?: Readonly<Record<string, RuleSetting | readonly [RuleSetting, Readonly<Record<string, unknown>>]>>
  }
  publish?: {
    /** `s3://bucket/prefix`, or a folder. */
    to?: string
    /** Of an S3 service that isn't AWS. */
    endpoint?: string
    region?: string
    /** Objects that one publish may delete. Default: 256. */
    deleteLimit?: number
    /** Releases that can be restored. Default: 20. */
    keepReleases?: number
    /** How texts are stored, for a server that doesn't compress by itself. Default: `none`. */
    compress?: 'none' | 'gzip' | 'brotli'
    /** A CloudFront distribution in front of the bucket, which is told what changed: by path, or by cache tags. Default: by path. */
    cloudfront?: { distribution: string; by?: 'path' | 'tag' }
    /** How long a publish may be silent until another one takes over. Default: 60. */
    leaseSeconds?: number
    /** Days that a preview stays after it was last published. Default: 14. */
    previewDays?: number
  }
}

export interface CardsConfig {
  /** Files of fonts (TTF, OTF) in the site, or of npm packages: `@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf`. They come before Noto Sans and Noto Naskh Arabic. */
  fonts?: readonly string[]
  /** The background: `#rrggbb`. */
  paper?: string
  /** Of the title. */
  ink?: string
  /** Of the site's name. */
  accent?: string
}

export interface LocaleConfig {
  tag: string
  /** Where missing words come from, in this order, before the source. */
  fallback?: readonly string[]
  incomplete?: Incomplete
  /** The variety of the language in which dates, times and lists are written: `en-GB`. Default: the locale itself. */
  formats?: string
  /** A calendar of Intl: `gregory`, `persian`. Default: the locale's own. */
  calendar?: string
  /** A numbering system of Intl: `latn`, `arabext`. Default: the locale's own. */
  numberingSystem?: string
  /** A Hunspell dictionary: an npm package, or a path. False: spelling isn't checked. Default: `dictionary-<tag>` of npm, else the system's. */
  dictionary?: string | false
}

export interface FontConfig {
  /** What the stylesheet calls it: letters, figures, spaces, `.`, `_` and `-`. */
  family: string
  /** TrueType, OpenType, WOFF or WOFF2, relative to the site's root: `fonts/Amiri-Regular.ttf`. */
  file: string
  /** What is set in it: running text, headlines, what stands around. Default: `text`. */
  use?: FontUse | readonly FontUse[]
  /** `400`, or `'200 900'` for a variable font. Default: 400. */
  weight?: number | string
  /** Default: `normal`. */
  style?: 'normal' | 'italic'
  /** What readers see until it is there. Default: `optional`, which never moves the text. */
  display?: 'optional' | 'swap' | 'fallback' | 'block'
  /** Default: all of the site's. */
  locales?: readonly string[]
}
