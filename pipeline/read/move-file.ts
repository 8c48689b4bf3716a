import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diskFailure } from './disk-failure.ts'

/**
 * Move a file of the site to where nothing stands; folders are made. It is whole at one of the two places at any time.
 *
 * @throws {Failure} `disk-read-only`, `disk-full`, `disk-failed`
 */
export function moveFile(root: string, from: string, to: string): void {
  try {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    renameSync(join(root, from), join(root, to))
  } catch (error) {
    throw diskFailure(to, error)
  }
}
