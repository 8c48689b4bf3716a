import { lstatSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import type { Digest } from '../model/digest.ts'
import { runGit } from './run-git.ts'

/** Where one of these is set, what stands in the folder need not be what stands in git. */
const converting = new Set(['text', 'eol', 'crlf', 'filter', 'ident', 'working-tree-encoding'])

/**
 * The digests of files by their paths below `root`, as git knows them without reading one; what it doesn't know for sure isn't in it: files that
 * changed since they were checked out, files that git doesn't track or passes over, links, files of submodules, and those that were converted on
 * their way out of git.
 *
 * Whether a file changed is asked of the file system to the nanosecond, and not of git: it counts in seconds, and of a fresh clone it reads again all
 * that was written in the last one.
 *
 * Law: each is the `blobDigest` of the file's bytes.
 *
 * @param folders relative to `root`
 * @returns nothing without git
 */
export async function gitDigests(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  const [listed, index, autocrlf] = await Promise.all([
    runGit(root, [...settings, 'ls-files', '-z', '-s', '-v', '--debug', '--', ...folders]),
    runGit(root, ['rev-parse', '--git-path', 'index']),
    runGit(root, ['config', '--get', 'core.autocrlf']),
  ])
  // Lines may have got other ends when the files were checked out.
  if (listed === null || index === null || /^(?:true|yes|on|1|input)$/i.test(autocrlf?.trim() ?? '')) return new Map()
  const digests = unchanged(root, listed, lookAt(resolve(root, index.trimEnd()))?.mtimeMs ?? 0)
  for (const path of await converted(root, [...digests.keys()])) digests.delete(path)
  return digests
}

/** Null where it isn't there, or can't be looked at: who reads it will say why. */
function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/**
 * `H` is a file that git looks at, not flagged by hand, 100 one that is no link, 0 the side in a conflict; behind its path stands what the file system
 * said of it when git last looked, in seconds and nanoseconds.
 */
const entry =
  /(\S+) (\d{3})\d{3} ([0-9a-f]+) (\d)\t([^\0]+)\0 {2}ctime: (\d+):(\d+)\n {2}mtime: (\d+):(\d+)\n.*\n.*\n {2}size: (\d+)\tflags: .*\n/y

/**
 * Nothing where git says it in other words, as it may: this is what it says to people.
 *
 * @param indexed when git wrote this down: a file may have changed in that very moment and look as before
 */
function unchanged(root: string, listed: string, indexed: number): Map<string, Digest> {
  const digests = new Map<string, Digest>()
  for (entry.lastIndex = 0; entry.lastIndex < listed.length; ) {
    const found = entry.exec(listed)
    if (found === null) return new Map()
    const [, flag, type, digest = '', side, path = '', changed, changedPart, written, writtenPart, size] = found
    if (flag !== 'H' || type !== '100' || digest.length !== 40 || side !== '0') continue
    const now = lookAt(`${root}/${path}`)
    if (now === null || now.mtimeMs >= indexed) continue
    const same = now.mtimeMs === time(written, writtenPart) && now.ctimeMs === time(changed, changedPart) && now.size === Number(size)
    if (same) digests.set(path, digest as Digest)
  }
  return digests
}

/** As the file system's own times are put: milliseconds, and parts of them. */
function time(seconds: string | undefined, nanoseconds: string | undefined): number {
  return Number(seconds) * 1000 + Number(nanoseconds) / 1e6
}

/** Files with an attribute that may change them on their way between git and the folder. */
async function converted(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return []
  const output = await runGit(root, ['check-attr', '-z', '--stdin', '--all'], `${paths.join('\0')}\0`)
  if (output === null) return paths
  const fields = output.split('\0')
  const found: string[] = []
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path = '', attribute = '', value = ''] = fields.slice(at, at + 3)
    if (converting.has(attribute) && value !== 'unset') found.push(path)
  }
  return found
}
