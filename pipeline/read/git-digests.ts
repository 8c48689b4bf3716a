import type { Digest } from '../model/digest.ts'
import { runGit } from './run-git.ts'

/** Where one of these is set, what stands in the folder need not be what stands in git. */
const converting = new Set(['text', 'eol', 'crlf', 'filter', 'ident', 'working-tree-encoding'])

/**
 * The digests of files by their paths below `root`, as git knows them without reading one; what it doesn't know for sure isn't in it: files that
 * changed since they were checked out, files that git doesn't track or passes over, links, files of submodules, and those that were converted on
 * their way out of git.
 *
 * Law: each is the `blobDigest` of the file's bytes.
 *
 * @param folders relative to `root`
 * @returns nothing without git
 */
export async function gitDigests(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  const [listed, autocrlf] = await Promise.all([
    runGit(root, [...settings, 'ls-files', '-z', '-s', '-v', '-c', '-m', '--', ...folders]),
    runGit(root, ['config', '--get', 'core.autocrlf']),
  ])
  // Lines may have got other ends when the files were checked out.
  if (listed === null || /^(?:true|yes|on|1|input)$/i.test(autocrlf?.trim() ?? '')) return new Map()
  const digests = unchanged(listed)
  for (const path of await converted(root, [...digests.keys()])) digests.delete(path)
  return digests
}

/**
 * A line is `H 100644 <40 digits> 0\t<path>`. `H` is a file as it was checked out, `C` one that changed since, which stands there a second time; others
 * are flagged by hand, and git doesn't look at them. The last number is that of a side in a conflict.
 */
function unchanged(listed: string): Map<string, Digest> {
  const digests = new Map<string, Digest>()
  const unsure: string[] = []
  for (const line of listed.split('\0')) {
    const tab = line.indexOf('\t')
    const path = line.slice(tab + 1)
    if (tab === plain && regularFile.test(line)) digests.set(path, line.slice(9, 49) as Digest)
    else unsure.push(path)
  }
  for (const path of unsure) digests.delete(path)
  return digests
}

/** Characters before the tab, where names of objects are SHA-1. */
const plain = 'H 100644 '.length + 40 + ' 0'.length

const regularFile = /^H 100(?:644|755) [0-9a-f]{40} 0\t/

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
