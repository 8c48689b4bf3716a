import { listSite } from '../read/list-site.ts'
import { moveFile } from '../read/move-file.ts'
import type { SiteFiles } from '../read/site-files.ts'
import { asMoved, catalogMoves } from './catalog-moves.ts'
import type { Context } from './context.ts'
import { localesRead, type OpenSite } from './open-site.ts'
import type { SyncOptions } from './options.ts'
import type { MovedCatalog } from './synced.ts'

/**
 * Take the catalogs of renamed articles along.
 *
 * Filters choose among the moves, they don't change them. With `check` nothing is moved: the files are listed as the articles' that they would be, where they lie.
 *
 * @returns the files as they are then
 * @throws {Failure} those of the disk
 */
export async function moveCatalogs(
  opened: OpenSite,
  { check }: Pick<SyncOptions, 'check'>,
  { root }: Context,
): Promise<{ files: SiteFiles; moved: MovedCatalog[] }> {
  const { site, files, wanted } = opened
  const moves = await catalogMoves(root, opened)
  const due = moves.filter(({ file, id }) => wanted.locales.has(file.locale) && wanted.articles.has(id))
  const moved = due
    .map(({ file, id }) => ({ from: file.path, to: `locales/${file.locale}/articles/${id}.po` }))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
  if (check) return { files: asMoved(files, due), moved }
  for (const { from, to } of moved) moveFile(root, from, to)
  return { files: (moved.length === 0 ? null : listSite(root, localesRead(site))) ?? files, moved }
}
