import type { Context } from './context.ts'
import { moveCatalogs } from './move-catalogs.ts'
import { type OpenSite, openSite } from './open-site.ts'
import type { CommonOptions } from './options.ts'

/**
 * The site for a command that brings words into catalogs: those of renamed articles are taken along first, as by `sync`, and told. A new catalog in such
 * a one's place would keep the words of the old one from readers.
 *
 * @throws {Failure} those of `openSite` and of the disk
 */
export async function openToWrite(
  options: Pick<CommonOptions, 'locales' | 'articles'>,
  { dryRun }: { readonly dryRun: boolean },
  context: Context,
): Promise<OpenSite> {
  const opened = await openSite(context.root, options)
  const { files, moved } = await moveCatalogs(opened, { check: dryRun }, context)
  for (const { from, to } of moved) context.stderr.write(`${dryRun ? 'to be moved' : 'moved'}: ${from} → ${to}\n`)
  return { ...opened, files }
}
