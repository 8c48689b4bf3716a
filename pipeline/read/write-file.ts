import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import { diskCode, diskFailure } from './disk-failure.ts'

/**
 * Write a file whole: into a temporary file beside it, then by rename, so that no reader and no crash ever sees half of it.
 *
 * Folders are made. A symbolic link at `path` is replaced, not followed. Synchronous, which costs a third of the asynchronous way for many small files.
 *
 * @throws {Failure} `disk-read-only`, `disk-full`, `disk-failed`; what stood there before is as it was, and no temporary file stays
 */
export function writeWhole(path: string, body: string | Uint8Array): void {
  const temporary = join(dirname(path), `.colophon-${randomUUID()}`)
  try {
    try {
      writeFileSync(temporary, body, { flag: 'wx' })
    } catch (error) {
      if (diskCode(error) !== 'ENOENT') throw error
      makeFolders(dirname(path))
      writeFileSync(temporary, body, { flag: 'wx' })
    }
    renameSync(temporary, path)
  } catch (error) {
    removeQuietly(temporary)
    throw diskFailure(path, error)
  }
}

/** The first error is the one to report. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    if (diskCode(error) === null) throw error
  }
}
