import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Make a folder and those above it, where they aren't there yet.
 *
 * Node's own `recursive` never ends where a file system denies that a folder is there when something is to be made in it, as /proc does.
 *
 * @throws as `mkdirSync`
 */
export function makeFolders(path: string): void {
  if (isFolder(path)) return
  try {
    mkdirSync(path)
  } catch (error) {
    const parent = dirname(path)
    if (codeOf(error) === 'ENOENT' && parent !== path && !isFolder(parent)) {
      makeFolders(parent)
      makeFolders(path)
    } else if (!isFolder(path)) throw error // else another process made it meanwhile
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
