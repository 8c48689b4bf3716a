import { gitOutput } from './git-output.ts'

/** Names that a file had one after the other, at most. */
const longest = 20

/**
 * Where files went that are no longer there, as git sees it: by what isn't committed yet, then by the commit that removed each of them, and so on until a name is one of today's.
 *
 * A file that git doesn't know under its new name (moved without `git mv` or `git add`) is not found; nothing is without git, and nothing beyond the edge of a shallow clone.
 *
 * @param folder that holds both names, relative to `root`
 * @param lost relative to `root`
 */
export async function renamedFiles(
  root: string,
  folder: string,
  lost: readonly string[],
  isThere: (path: string) => boolean,
): Promise<Map<string, string>> {
  const uncommitted = await renames(root, ['diff', '--no-ext-diff', ...asPairs, 'HEAD', '--', folder])
  const found = new Map<string, string>()
  for (const path of lost) {
    let name: string | undefined = path
    for (let step = 0; step < longest && name !== undefined && !isThere(name); step++) {
      name = uncommitted.get(name) ?? (await renameOf(root, folder, name))
    }
    if (name !== undefined && isThere(name)) found.set(path, name)
  }
  return found
}

const asPairs = ['--name-status', '--diff-filter=R', '-M', '-z', '--relative']

/** Where the commit that removed the file took it; undefined where it went nowhere. */
async function renameOf(root: string, folder: string, path: string): Promise<string | undefined> {
  const removals = ['-c', 'log.showSignature=false', '--literal-pathspecs', 'log', '-1', '--format=%H', '--diff-filter=D', '--no-renames']
  const commit = (await gitOutput(root, [...removals, '--', path]))?.toString().trim() ?? ''
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined
  return (await renames(root, ['diff-tree', '-r', '--no-commit-id', ...asPairs, commit, '--', folder])).get(path)
}

/** The fields of `--name-status -z`: a status, the name before, the name after. */
async function renames(root: string, words: readonly string[]): Promise<Map<string, string>> {
  const fields = (await gitOutput(root, words))?.toString().split('\0') ?? []
  const found = new Map<string, string>()
  for (let at = 0; at + 2 < fields.length; at += 3) found.set(fields[at + 1] ?? '', fields[at + 2] ?? '')
  return found
}
