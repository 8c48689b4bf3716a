import type GithubSlugger from 'github-slugger'

/** The id of the footnotes' own heading, which GFM has given it. */
const footnotes = 'footnote-label'

/** The id of a heading, from its source text, the same in every locale. */
export function headingId(slugger: GithubSlugger, text: string): string {
  const name = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[^\p{L}\p{N}]*$/u, 'section')
  const id = slugger.slug(name)
  return id === footnotes ? slugger.slug(name) : id
}
