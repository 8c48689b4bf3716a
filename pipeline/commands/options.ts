/** What every command takes. Lists are as given on the command line; empty means all. `openSite` checks them. */
export interface CommonOptions {
  readonly locales: readonly string[]
  readonly articles: readonly string[]
  readonly json: boolean
}

export type CheckFormat = 'pretty' | 'json' | 'github'

export interface CheckOptions extends CommonOptions {
  /** Relative to the working directory; none means all. */
  readonly files: readonly string[]
  readonly format: CheckFormat
}

export interface SyncOptions extends CommonOptions {
  /** Write nothing, say what is out of date. */
  readonly check: boolean
  /** Drop obsolete messages. */
  readonly prune: boolean
}

export type StatusFormat = 'pretty' | 'json' | 'markdown'

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
  /** False by `--no-check`. */
  readonly check: boolean
}

export interface ServeOptions extends CommonOptions {
  /** 0 takes any free one. */
  readonly port: number
}

export interface StartOptions extends ServeOptions {
  /** End after publishing. */
  readonly once: boolean
}
