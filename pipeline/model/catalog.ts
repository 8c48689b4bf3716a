import type { Finding } from './finding.ts'
import type { Source } from './source.ts'

/** What a fuzzy message translated before its source changed (`#| …`). */
export interface Previous {
  readonly context: string | null
  readonly id: string | null
  readonly idPlural: string | null
}

/** One message of a PO file; texts are unescaped. */
export interface Message {
  /** `msgctxt`; null where there is none, which differs from an empty one. */
  readonly context: string | null
  /** `msgid`: a unit's Markdown. */
  readonly id: string
  readonly idPlural: string | null
  /** `msgstr`, or `msgstr[0]`, `msgstr[1]`, …; an untranslated one is `['']`. */
  readonly strings: readonly string[]
  /** Translators' own comments, the text after `#` as it stands (`# Translator: Ada` is ` Translator: Ada`). */
  readonly comments: readonly string[]
  /** The text after `#.`, as it stands. */
  readonly extracted: readonly string[]
  /** The text after `#:`, one a line. */
  readonly references: readonly string[]
  /** Without `fuzzy` they are others' and kept. */
  readonly flags: readonly string[]
  readonly previous: Previous | null
  readonly obsolete: boolean
  /** Of its first line in the file, from 1; 0 when it was never in one. */
  readonly line: number
}

/** The messages of one PO file, in its order; the header apart. */
export interface Catalog {
  /** The file it was read from; null for a new one. */
  readonly source: Source | null
  /** Header fields in order, `['Language', 'it']`; names as written. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The header's message as read, for its comments and flags; null where the file has none. */
  readonly head: Message | null
  readonly messages: readonly Message[]
  /** Comment lines after the last message, as they stand, `#` included. */
  readonly trailing: readonly string[]
}

export type ReadCatalog = { readonly kind: 'read'; readonly catalog: Catalog } | { readonly kind: 'broken'; readonly finding: Finding }
