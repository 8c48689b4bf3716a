/** Where the parts of an article's file are: offsets into its text. */
export interface Parts {
  /** The YAML between the fences; null where the file has no front matter. */
  readonly yaml: { readonly start: number; readonly end: number } | null
  readonly body: number
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/
const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/gm

/** Split an article's text at its front matter, which `---` lines fence; a byte order mark before it is allowed. */
export function splitFrontMatter(text: string): Parts {
  const open = opening.exec(text)
  const start = open === null ? 0 : open[0].length
  closing.lastIndex = start
  const close = open === null ? null : closing.exec(text)
  if (close === null) return { yaml: null, body: text.startsWith('\uFEFF') ? 1 : 0 }
  return { yaml: { start, end: close.index }, body: close.index + close[0].length }
}
