import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Failure } from '../model/failure.ts'
import { diskCode, diskFailure } from './disk-failure.ts'
import { failures } from './failures.ts'

/** A file of a folder, its path relative to the root with `/`. */
export interface Found {
  readonly path: string
  readonly kind: 'file' | 'link'
}

/**
 * All files and symbolic links below a folder, sorted; no link is followed.
 *
 * @returns null where the folder isn't there
 * @throws {Failure} `linked-folder`, `disk-failed`
 */
export function listFolder(root: string, folder: string): Found[] | null {
  const entries = entriesBelow(root, folder)
  if (entries === null) return null
  const found: Found[] = []
  for (const entry of entries) {
    const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : null
    if (kind !== null) found.push({ path: slashed(relative(root, join(entry.parentPath, entry.name))), kind })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function entriesBelow(root: string, folder: string): Dirent[] | null {
  const path = join(root, folder)
  try {
    if (lstatSync(path).isSymbolicLink()) throw new Failure('linked-folder', failures['linked-folder'](folder))
    return readdirSync(path, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return null
    throw diskFailure(folder, error)
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** Whether a path has a segment with a leading dot. */
export function hidden(path: string): boolean {
  return path.startsWith('.') || path.includes('/.')
}
