import type { Fate } from '../catalog/bring-in.ts'
import type { WhyLeft } from '../catalog/foreign/left-over.ts'
import type { Finding } from '../model/finding.ts'

/** What `import` did, or would do. With `--json` it is the document on stdout. */
export interface Imported {
  readonly articles: readonly ImportedArticle[]
  readonly translations: readonly ImportedTranslation[]
  readonly catalogs: readonly ImportedCatalog[]
}

export interface ImportedArticle {
  /** As given. */
  readonly file: string
  readonly article: string
  /** Relative to the root, as are the pictures. */
  readonly path: string
  readonly pictures: readonly string[]
  /** Fields of the front matter that the document doesn't tell: they say `TODO`, and the article is a draft. */
  readonly missing: readonly string[]
  readonly notes: readonly string[]
}

export interface ImportedTranslation {
  readonly file: string
  readonly article: string
  readonly locale: string
  /** The catalog, relative to the root. */
  readonly path: string
  readonly translated: number
  readonly fuzzy: number
  /** Texts that differ from what the catalog has; they stand there as comments. */
  readonly kept: number
  /** Texts that the catalog has already. */
  readonly known: number
  readonly pairs: readonly ImportedPair[]
  /** Of the document, without a place in the article. */
  readonly leftovers: readonly Excerpt[]
  /** Of the article, without a text in the document. */
  readonly untranslated: readonly Excerpt[]
  readonly notes: readonly string[]
}

/** What became of a PO file of another system. */
export interface ImportedCatalog {
  /** As given. */
  readonly file: string
  readonly locale: string
  /** Its finished translations; those that found a unit, in one article or many. */
  readonly messages: number
  readonly found: number
  /** Units, by what became of the text: see `ImportedTranslation`. */
  readonly translated: number
  readonly fuzzy: number
  readonly kept: number
  readonly known: number
  /** Catalogs that say something new, relative to the root. */
  readonly updated: readonly string[]
  /** A unit each, in the order of articles and units. */
  readonly pairs: readonly AdoptedPair[]
  /** In the order of the file. */
  readonly left: readonly LeftPair[]
  readonly notes: readonly string[]
  /** Of articles and catalogs that can't be read: nothing was brought into those. */
  readonly findings: readonly Finding[]
}

/** A translation that no unit has. */
export interface LeftPair {
  readonly why: WhyLeft
  /** In the other system's file. */
  readonly line: number
  readonly source: string
  readonly target: string
  /** The catalog that has it as an obsolete message, relative to the root. */
  readonly kept: string | null
}

export interface AdoptedPair {
  readonly article: string
  /** The catalog, relative to the root. */
  readonly path: string
  readonly sure: boolean
  /** Why it isn't. */
  readonly doubt: string | null
  readonly became: Fate
  readonly source: Excerpt
  /** In the other system's file; `source` is what `text` translates, as it stands there. */
  readonly target: { readonly line: number; readonly source: string; readonly text: string }
}

export interface Excerpt {
  readonly file: string
  /** Null where the format has no lines. */
  readonly line: number | null
  readonly text: string
}

export interface ImportedPair {
  readonly sure: boolean
  /** Why it isn't. */
  readonly doubt: string | null
  readonly became: Fate
  readonly source: Excerpt
  readonly target: Excerpt
}
