import type { ArticleId } from '../../model/article.ts'
import { articleNamer } from './article-namer.ts'
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
  const namesOf = articleNamer(ids, votesFrom(texts, homes))
  const byArticle = new Map<ArticleId, ForeignText[]>(ids.map((id) => [id, []]))
  let before: readonly ArticleId[] = ids.length === 1 ? ids : []
  for (const text of [...texts].sort((a, b) => a.message.line - b.message.line)) {
    const home = homes.get(text)
    const paths = pathsOf(text)
    const named = new Set([...paths.flatMap(namesOf), ...(home ?? [])])
    if (home?.size === 1) before = [...home]
    for (const id of named.size === 0 && paths.length === 0 ? before : named) byArticle.get(id)?.push(text)
  }
  return byArticle
}

/** `src/cargo/code-samples.md` of `src/cargo/code-samples.md:12`. */
function pathsOf({ message }: ForeignText): string[] {
  const paths = message.references.flatMap((line) => line.split(/\s+/)).filter((path) => path !== '')
  return [...new Set(paths.map((path) => path.replace(/:\d+$/, '')))]
}

/** For each path the homes of its texts, one for each text that stands in one place there and here. */
function votesFrom(texts: readonly ForeignText[], homes: ReadonlyMap<ForeignText, ReadonlySet<ArticleId>>): Map<string, ArticleId[]> {
  const votes = new Map<string, ArticleId[]>()
  for (const text of texts) {
    const [path, ...others] = pathsOf(text)
    const home = homes.get(text)
    if (path === undefined || others.length > 0 || home?.size !== 1) continue
    votes.set(path, [...(votes.get(path) ?? []), ...home])
  }
  return votes
}
