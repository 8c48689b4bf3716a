import { join } from 'node:path'
import type { Digest } from '../model/digest.ts'
import { digestFile } from './digest-file.ts'
import { diskCode, diskFailure } from './disk-failure.ts'
import { gitDigests } from './git-digests.ts'

/** The digest of a file's bytes by its path in the site; null where there is no file that can be read. */
export type FileDigests = (path: string) => Digest | null

/**
 * Digests of the site's files: those that git knows without reading, else by reading, once each.
 *
 * @param folders relative to `root`, that git is asked for
 * @throws {Failure} `disk-failed`, when a digest is asked for
 */
export async function fileDigests(root: string, folders: readonly string[]): Promise<FileDigests> {
  const known = await gitDigests(root, folders)
  const read = new Map<string, Digest | null>()
  return (path) => {
    const digest = known.get(path) ?? read.get(path)
    if (digest !== undefined) return digest
    const own = digestOf(root, path)
    read.set(path, own)
    return own
  }
}

const unreadable = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'])

function digestOf(root: string, path: string): Digest | null {
  try {
    return digestFile(join(root, path))
  } catch (error) {
    if (unreadable.has(diskCode(error) ?? '')) return null
    throw diskFailure(path, error)
  }
}
