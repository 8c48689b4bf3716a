import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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
  const found: Found[] = []
  const path = join(root, folder)
  try {
    if (lstatSync(path).isSymbolicLink()) throw new Failure('linked-folder', failures['linked-folder'](folder))
    walk(path, folder, found)
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return null
    throw diskFailure(folder, error)
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Not Node's recursive reading, which follows links. */
function walk(folder: string, name: string, found: Found[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${name}/${entry.name}`
    if (entry.isDirectory()) walk(join(folder, entry.name), path, found)
    else if (entry.isFile()) found.push({ path, kind: 'file' })
    else if (entry.isSymbolicLink()) found.push({ path, kind: 'link' })
  }
}

/** Whether a path has a segment with a leading dot. */
export function hidden(path: string): boolean {
  return path.startsWith('.') || path.includes('/.')
}
