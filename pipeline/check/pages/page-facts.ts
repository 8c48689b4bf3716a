import type { PageHit } from './page-hit.ts'

/** What a page says to readers and machines, from one reading of its HTML. */
export interface PageFacts {
  /** Of the root element, as written; null where it says none. */
  readonly lang: string | null
  readonly dir: string | null
  /** Texts of `<title>` elements in the head; a page has one. */
  readonly titles: readonly string[]
  readonly description: string | null
  readonly canonicals: readonly string[]
  readonly alternates: readonly PageAlternate[]
  /** Search engines are told to pass over it. */
  readonly noindex: boolean
  /** Where a `<meta http-equiv="refresh">` leads. */
  readonly refresh: string | null
  /** Of JSON-LD scripts. */
  readonly data: readonly string[]
  readonly ids: ReadonlySet<string>
  readonly addresses: readonly PageAddress[]
  readonly headings: readonly PageHeading[]
  /** `datetime` of `<time>`, and what Open Graph says of the article. */
  readonly times: ReadonlySet<string>
  /** Texts that name things: of headings, links, the title and descriptions. */
  readonly names: ReadonlySet<string>
  /** What is wrong whatever the page should say. */
  readonly hits: readonly PageHit[]
}

export interface PageAlternate {
  readonly hreflang: string
  readonly href: string
}

export interface PageAddress {
  /** As written, entities decoded. */
  readonly address: string
  /** `asset`: a part of the first view beside the page itself; `file`: pictures and all else that is shown; `claim`: what the head tells machines. */
  readonly kind: 'link' | 'asset' | 'file' | 'claim'
  readonly hreflang: string | null
}

export interface PageHeading {
  /** 1 to 6. */
  readonly level: number
  readonly text: string
  /** Of its words: its own, or what it stands in. */
  readonly lang: string | null
}
