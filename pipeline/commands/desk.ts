import type { Article } from '../model/article.ts'
import type { Pointer } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { relativePath } from '../model/relative-path.ts'
import { type Editions, editionTable } from '../render/alternates.ts'
import { pointersOf } from './decide-editions.ts'
import type { Decided, Editorial } from './editorial.ts'
import type { Press } from './press.ts'

/** An article whose pages are made one by one, as their neighbours become known. */
export interface Desk {
  readonly decided: Decided
  /** Paths in the site that the article points at, there or not. */
  readonly targets: readonly string[]
  readonly linked: Linked
  /** Where its editions stand; null where it has none. */
  readonly table: Editions | null
}

/** The published editions of articles, by path. */
export type Linked = ReadonlyMap<string, ReadonlyMap<Locale, Pointer>>

export async function openDesk(press: Press, editorial: Editorial, decided: Decided): Promise<Desk> {
  const { prepared, decision } = decided
  const targets = prepared.article === null ? [] : pathsOf(prepared.article)
  const linked = await linkedEditions(press, editorial, targets)
  const table = editionTable(pointersOf(decision), press.view.locales, press.to).get(decision.article)
  return { decided, targets, linked, table: table ?? null }
}

/** The paths in the site that an article's addresses lead to, in reading order. */
function pathsOf({ source, targets }: Article): string[] {
  const paths = targets.flatMap(({ address }) => {
    const { path, fragment = '' } = relativePath(source.path, address) ?? {}
    if (path === undefined) return []
    return fragment === '' || address.startsWith('#') ? [path] : [path, `${path}#`]
  })
  return [...new Set(paths)]
}

/** The published editions of the articles at some paths. */
export async function linkedEditions({ room }: Press, editorial: Editorial, paths: Iterable<string>): Promise<Linked> {
  const found = new Map<string, ReadonlyMap<Locale, Pointer>>()
  for (const path of paths) {
    const id = room.articleAt.get(path)
    if (id !== undefined && !found.has(path)) found.set(path, await editorial.editions(id))
  }
  return found
}
