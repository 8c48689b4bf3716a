import { renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import { diskFailure } from './disk-failure.ts'

/**
 * Move a file of the site to where nothing stands; folders are made. It is whole at one of the two places at any time.
 *
 * @throws {Failure} `disk-read-only`, `disk-full`, `disk-failed`
 */
export function moveFile(root: string, from: string, to: string): void {
  try {
    makeFolders(dirname(join(root, to)))
    renameSync(join(root, from), join(root, to))
  } catch (error) {
    throw diskFailure(to, error)
  }
}
