import { realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { Failure } from '../model/failure.ts'
import { diskCode } from '../read/disk-failure.ts'

/**
 * Pages among the articles would be taken for the site's own files at the next run.
 *
 * @param folder absolute; links on the way are followed
 * @param option as a person would write it: `--out site`
 * @throws {Failure} `build-into-source`
 */
export function refuseSource(folder: string, root: string, option: string): void {
  const real = realPath(folder)
  const home = realPath(root)
  const sources = ['articles', 'locales', 'templates', 'pipeline'].map((name) => realPath(join(home, name)))
  if (real !== home && !sources.some((source) => real === source || real.startsWith(source + sep))) return
  throw new Failure('build-into-source', {
    exit: 2,
    what: `The site can't be written to ${folder}: that is where it is made from.`,
    next: `Name a folder of its own: \`${option}\`.`,
  })
}

/** Of what isn't there yet, the path that it would have. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (diskCode(error) === null) throw error
    const folder = dirname(path)
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}
