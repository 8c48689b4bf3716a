/** What a document says of itself; front matter, `<meta>`, properties. Null or empty where it doesn't. */
export interface DocumentMeta {
  readonly title: string | null
  readonly description: string | null
  /** As written, or ISO 8601. */
  readonly date: string | null
  readonly lang: string | null
  readonly authors: readonly string[]
  readonly tags: readonly string[]
}

/** A picture that was inside of a document. */
export interface DocumentPicture {
  /** As the Markdown names it: a file name, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A document of any format, as Markdown. */
export interface ImportedDocument {
  /** For people, as given. */
  readonly file: string
  /** `plain` has no headings, links or emphasis that one could rely on. */
  readonly structure: 'marked' | 'plain'
  readonly meta: DocumentMeta
  /** Of a Markdown file its text as it stands, front matter included. */
  readonly markdown: string
  /** For each unit of the body, in order, its line in the file; null where the Markdown is the file, empty where the format has no lines. */
  readonly lines: readonly number[] | null
  readonly pictures: readonly DocumentPicture[]
  /** What could not be brought along, one sentence each. */
  readonly notes: readonly string[]
}
