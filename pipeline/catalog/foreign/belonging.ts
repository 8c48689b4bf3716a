import type { ArticleId } from '../../model/article.ts'
import { articleNamer } from './article-namer.ts'
import type { ForeignText } from './foreign-text.ts'

/**
 * In which articles each text stood, as its `#:` references tell, in their order; without them it stood where the texts around it in the file have their home, which is one article or two.
 *
 * @param homes articles that have a text's very words
 */
export function articlesOfTexts(
  texts: readonly ForeignText[],
  ids: readonly ArticleId[],
  homes: ReadonlyMap<ForeignText, ReadonlySet<ArticleId>>,
): Map<ForeignText, ArticleId[]> {
  const namesOf = articleNamer(ids, votesFrom(texts, homes))
  const inOrder = texts.toSorted((a, b) => a.message.line - b.message.line)
  const soleHomes = inOrder.map((text) => soleOf(ids.length === 1 ? ids : [...(homes.get(text) ?? [])]))
  const before = lastKnown(soleHomes)
  const behind = lastKnown(soleHomes.toReversed()).toReversed()
  return new Map(
    inOrder.map((text, at) => {
      const paths = pathsOf(text)
      const named = new Set([...paths.flatMap(namesOf), ...(homes.get(text) ?? [])])
      return [text, [...(named.size === 0 && paths.length === 0 ? around(before[at], behind[at]) : named)]]
    }),
  )
}

function soleOf(homes: readonly ArticleId[]): ArticleId | null {
  return homes.length === 1 ? (homes[0] ?? null) : null
}

/** For each place the last article up to there. */
function lastKnown(homes: readonly (ArticleId | null)[]): (ArticleId | null)[] {
  let last: ArticleId | null = null
  return homes.map((home) => {
    last = home ?? last
    return last
  })
}

function around(before: ArticleId | null | undefined, behind: ArticleId | null | undefined): Set<ArticleId> {
  return new Set([before ?? [], behind ?? []].flat())
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
