import { type OpenSite, openSite } from './open-site.ts'
import type { CommonOptions } from './options.ts'

/**
 * The site for a command that writes no catalogs: it has those of renamed articles as `sync` would, but reads them where they lie, and says so.
 *
 * Where each catalog has its article, nothing is read or asked for it.
 *
 * @throws {Failure} those of `openSite`, `disk-failed`
 */
export async function openToRead(root: string, options: Pick<CommonOptions, 'locales' | 'articles'>): Promise<OpenSite> {
  const opened = await openSite(root, options)
  if (opened.files.orphans.length === 0) return opened
  const { asMoved, catalogMoves, readElsewhere } = await import('./catalog-moves.ts')
  const moves = await catalogMoves(root, opened)
  const files = asMoved(opened.files, moves)
  return { ...opened, files: { ...files, findings: [...files.findings, ...moves.map(readElsewhere)] } }
}
