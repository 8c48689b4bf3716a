import type GithubSlugger from 'github-slugger'

/** The id of a heading, from its source text, the same in every locale. */
export function headingId(slugger: GithubSlugger, text: string): string {
  return slugger.slug(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[^\p{L}\p{N}]*$/u, 'section'),
  )
}
