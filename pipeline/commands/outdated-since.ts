import { readArticle } from '../article/read-article.ts'
import type { ArticleId } from '../model/article.ts'
import { blobDigest } from '../model/digest.ts'
import { blobTexts } from '../read/blob-texts.ts'
import { type FileVersion, fileVersions } from '../read/file-versions.ts'
import { readCommit } from '../read/git.ts'
import type { Newsroom } from './newsroom.ts'

/** Article → source text that a translation still has → since when it isn't the article's. */
export type OutdatedSince = ReadonlyMap<ArticleId, ReadonlyMap<string, Date>>

/** Versions of an article that are looked at. */
const furthest = 50

/**
 * Since when translations have been outdated: the time of the commit that took the text they translate out of the article.
 *
 * That is the oldest commit since which no version of the article has had it. What isn't committed yet, what lies too far back, and everything in a
 * shallow clone or without git has no time. Reads each version of an article once, and only as far back as it must.
 *
 * @param texts what outdated words translate, by article
 */
export async function outdatedSince(room: Newsroom, texts: ReadonlyMap<ArticleId, ReadonlySet<string>>): Promise<OutdatedSince> {
  if (texts.size === 0) return new Map()
  const commit = await readCommit(room.root)
  if (commit === null || commit.shallow) return new Map()
  const paths = [...texts.keys()].flatMap((id) => room.articles.get(id)?.path ?? [])
  const versions = await fileVersions(room.root, 'articles', paths)
  let searches = [...texts].flatMap(([id, wanted]) => {
    const { path = '' } = room.articles.get(id) ?? {}
    const own = versions.get(path)
    return own === undefined ? [] : [{ id, path, versions: own, wanted: new Set(wanted), after: null, found: new Map<string, Date>() }]
  }) as Search[]
  const found = new Map(searches.map((search) => [search.id, search.found]))
  for (let back = 0; back < furthest && searches.length > 0; back++) {
    const blobs = await blobTexts(
      room.root,
      searches.flatMap((search) => search.versions[back]?.blob ?? []),
    )
    for (const search of searches) look(room, search, back, blobs)
    searches = searches.filter(({ wanted }) => wanted.size > 0)
  }
  return found
}

interface Search {
  readonly id: ArticleId
  readonly path: string
  readonly versions: readonly FileVersion[]
  /** Texts that no version so far has had. */
  readonly wanted: Set<string>
  /** The time of the version after the one looked at; null for the newest. */
  after: Date | null
  readonly found: Map<string, Date>
}

/** Look for the wanted texts in the version that lies so many commits back; behind the first one, there is nothing more to look for. */
function look({ site }: Newsroom, search: Search, back: number, blobs: ReadonlyMap<string, string>): void {
  const { id, path, versions, wanted, after, found } = search
  const version = versions[back]
  const text = version === undefined ? undefined : blobs.get(version.blob)
  const read = text === undefined ? null : readArticle(id, { path, text, digest: blobDigest(Buffer.from(text)) }, site)
  const has = new Set(read?.kind === 'read' ? read.article.units.map((unit) => unit.text) : [])
  for (const each of wanted) {
    if (version !== undefined && !has.has(each)) continue
    wanted.delete(each)
    if (after !== null) found.set(each, after)
  }
  search.after = version?.time ?? after
}
