/** What `import` did, or would do. With `--json` it is the document on stdout. */
export interface Imported {
  readonly articles: readonly ImportedArticle[]
  readonly translations: readonly ImportedTranslation[]
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
  readonly became: 'translated' | 'fuzzy' | 'kept' | 'known'
  readonly source: Excerpt
  readonly target: Excerpt
}
