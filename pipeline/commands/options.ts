import type { Format } from '../check/report/formats.ts'

/** What every command takes. Lists are as given on the command line; empty means all. `openSite` checks them. */
export interface CommonOptions {
  readonly locales: readonly string[]
  readonly articles: readonly string[]
  readonly json: boolean
}

/** Named here, so that help needs no report. */
export const checkFormats = ['pretty', 'json', 'github', 'sarif', 'junit', 'rdjson', 'checkstyle'] as const satisfies readonly Format[]

export interface CheckOptions extends CommonOptions {
  /** Relative to the working directory; none means all. */
  readonly files: readonly string[]
  readonly format: Format
  /** Put in what is certain. */
  readonly fix: boolean
  /** Build the site in memory and check its pages too. */
  readonly pages: boolean
  /** A file, relative to the working directory. */
  readonly baseline: string | null
  /** Make what is found now the baseline. */
  readonly updateBaseline: boolean
}

export interface SyncOptions extends CommonOptions {
  /** Write nothing, say what is out of date. */
  readonly check: boolean
  /** Drop obsolete messages. */
  readonly prune: boolean
  /** Offer close translations of other articles in comments. */
  readonly suggest: boolean
}

export interface InitOptions extends CommonOptions {
  /** Relative to the working directory; null for `--root`. */
  readonly folder: string | null
}

export interface MergePoOptions extends CommonOptions {
  /** Files, relative to the working directory; git's `%O`, `%A` and `%B`. */
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** What the file is called in the repository, for messages: git's `%P`. */
  readonly path: string | null
}

export const exchangeFormats = ['xliff', 'tmx'] as const

export interface ExportOptions extends CommonOptions {
  readonly format: (typeof exchangeFormats)[number]
  /** A folder, relative to the working directory. */
  readonly out: string
}

export interface ImportOptions extends CommonOptions {
  /** Documents to make articles of, relative to the working directory. */
  readonly files: readonly string[]
  readonly translations: readonly TranslationOption[]
  /** PO files of another system. */
  readonly catalogs: readonly TranslationOption[]
  /** Of the one article to make; null takes the file's name. */
  readonly id: string | null
  /** Of the articles to make; null takes what the document says. */
  readonly lang: string | null
  /** Write nothing, print what would be written and the pairs. */
  readonly dryRun: boolean
}

/** `it=FILE` */
export interface TranslationOption {
  readonly locale: string
  readonly file: string
}

export const statusFormats = ['pretty', 'json', 'markdown', 'html'] as const

export type StatusFormat = (typeof statusFormats)[number]

export interface StatusOptions extends CommonOptions {
  readonly format: StatusFormat
}

export interface BuildOptions extends CommonOptions {
  /** A folder, relative to the working directory. */
  readonly out: string
  /** False by `--no-check`. */
  readonly check: boolean
}

export interface PublishOptions extends CommonOptions {
  /** `s3://bucket/prefix`, or a folder relative to the working directory. */
  readonly to: string | null
  readonly dryRun: boolean
  /** One error holds back everything. */
  readonly strict: boolean
  readonly full: boolean
  /** False by `--no-check`. */
  readonly check: boolean
  /** For a publish that is under way. */
  readonly wait: boolean
  /** Let go of what a rollback pinned: `always`, or where the site stands on another commit than the one that was taken back. */
  readonly unpin: 'always' | 'newer' | 'never'
  /** Publish to a place of its own; null publishes the site. */
  readonly preview: string | null
}

export interface TargetOptions extends CommonOptions {
  /** `s3://bucket/prefix`, or a folder relative to the working directory. */
  readonly to: string | null
  /** For a publish that is under way. */
  readonly wait: boolean
}

export interface ReleasesOptions extends TargetOptions {
  /** Forget old releases and previews. */
  readonly prune: boolean
  /** Releases that can be restored afterwards; null takes `publish.keepReleases`. */
  readonly keep: number | null
}

export interface RollbackOptions extends TargetOptions {
  /** One of those that `releases` lists. */
  readonly release: string
}

export interface VerifyOptions extends TargetOptions {
  readonly repair: boolean
  /** Ask for each object's headers, which takes a request for each. */
  readonly headers: boolean
}

export interface ServeOptions extends CommonOptions {
  /** 0 takes any free one. */
  readonly port: number
}

export interface StartOptions extends ServeOptions {
  /** End after publishing. */
  readonly once: boolean
}
