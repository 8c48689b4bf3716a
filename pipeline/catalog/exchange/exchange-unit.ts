/** What a tool made of one message. */
export interface ExchangeUnit {
  /** `unitId` of the message that was exported; null where the tool keeps none. */
  readonly id: string | null
  readonly context: string | null
  /** The text that was translated. */
  readonly source: string
  /** Empty where it has no translation. */
  readonly target: string
  /** Both texts as they are if a tool swallowed the blanks between its segments; null for a single segment. */
  readonly spaced: { readonly source: string; readonly target: string } | null
  /** `draft`: the tool doesn't call it finished, or holds more than a text can say. */
  readonly state: 'draft' | 'finished'
  /** `wordsDigest` of what was exported; null where the tool dropped it. */
  readonly exported: string | null
  /** Lines for translators, without those that say what kind of text it is. */
  readonly notes: readonly string[]
  /** In the file's text. */
  readonly offset: number
}

/** The units of a file that are meant for one article's edition. */
export interface Delivery {
  /** The article's file, or its id; null where the file doesn't say: then every article that has such a text is meant. */
  readonly article: string | null
  /** As written. */
  readonly source: string
  readonly target: string
  readonly units: readonly ExchangeUnit[]
  readonly offset: number
}

export type ReadExchange =
  | { readonly kind: 'read'; readonly deliveries: readonly Delivery[]; readonly text: string }
  | { readonly kind: 'broken'; readonly line: number; readonly column: number; readonly why: string }
  /** Not a format that we read: another standard, or another version of it. */
  | { readonly kind: 'foreign'; readonly found: string }
