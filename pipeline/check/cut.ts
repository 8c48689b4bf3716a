/** Offsets in UTF-16 units, the end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Stands in a passage's words for what is no prose: code, addresses, handles, footnote marks. */
export const leftOut = '\uFFFC'

/** `text.slice(from, to)` isn't what a reader sees: `put` is. */
export interface Cut {
  readonly from: number
  readonly to: number
  readonly put: string
}

/** What a translation has to keep, or must not bring. */
export interface Mark {
  readonly kind: 'link' | 'picture' | 'footnote' | 'code' | 'html' | 'emphasis' | 'handle' | 'address'
  /** The target, the identifier, the code or the element's name, escapes resolved; of emphasis its delimiter (`*`, `**`, `~~`). */
  readonly value: string
  /** Of the value in the Markdown; of emphasis, with its delimiters. */
  readonly range: Range
}

/** What a scan has found so far. */
export interface Scan {
  readonly text: string
  readonly cuts: Cut[]
  readonly marks: Mark[]
  readonly foreign: Range[]
  readonly brackets: { readonly at: number; readonly picture: boolean }[]
  readonly openers: Record<string, Opener[]>
  readonly tags: OpenTag[]
  /** Where runs of so many backticks begin, the last first. */
  readonly backticks: Map<number, number[]>
}

/** A run of delimiters that may open emphasis; `left` of them are still unmatched. */
export interface Opener {
  readonly at: number
  left: number
}

export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly closes: boolean
  /** Says that its content is in some language. */
  readonly lang: boolean
  readonly start: number
  readonly end: number
}

export type OpenTag = Pick<Tag, 'name' | 'lang' | 'start' | 'end'>
