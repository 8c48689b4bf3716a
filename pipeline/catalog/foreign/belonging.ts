import type { ArticleId } from '../../model/article.ts'
import type { Message } from '../../model/catalog.ts'
import type { ForeignText } from './foreign-text.ts'

/**
 * In which articles each text stood, as its `#:` references tell; without them it stood where the text before it in the file has its home.
 *
 * @param homes articles that have a text's very words
 */
export function textsByArticle(
  texts: readonly ForeignText[],
  ids: readonly ArticleId[],
  homes: ReadonlyMap<ForeignText, ReadonlySet<ArticleId>>,
): Map<ArticleId, ForeignText[]> {
  const known = new Set<string>(ids)
  const byArticle = new Map<ArticleId, ForeignText[]>(ids.map((id) => [id, []]))
  let before: readonly ArticleId[] = ids.length === 1 ? ids : []
  for (const text of [...texts].sort((a, b) => a.message.line - b.message.line)) {
    const home = homes.get(text)
    const named = new Set([...articlesNamed(text.message, known), ...(home ?? [])])
    if (home?.size === 1) before = [...home]
    const hasReference = text.message.references.some((line) => line.trim() !== '')
    for (const id of named.size === 0 && !hasReference ? before : named) byArticle.get(id)?.push(text)
  }
  return byArticle
}

/** `src/cargo/code-samples.md:12` is `cargo/code-samples`, or whatever end of the path is an article. */
function articlesNamed({ references }: Message, known: ReadonlySet<string>): ArticleId[] {
  const paths = references.flatMap((line) => line.split(/\s+/)).filter((path) => path !== '')
  return paths.flatMap((path) => {
    const segments = path
      .replace(/:\d+$/, '')
      .replace(/\.(?:md|markdown)$/i, '')
      .replace(/\/index$/, '')
      .split('/')
    const ends = segments.map((_, at) => segments.slice(at).join('/'))
    return (ends.find((end) => known.has(end)) ?? []) as ArticleId[] | ArticleId
  })
}
