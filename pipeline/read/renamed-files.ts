import { gitOutput } from './git-output.ts'

/** Names that a file had one after the other, at most. */
const longest = 20

/**
 * Where files went that are no longer there, as git sees it: by what isn't committed yet, then by the commit that removed each of them, and so on until a name is one of today's.
 *
 * A file that git doesn't know under its new name (moved without `git mv` or `git add`) is not found; nothing is without git, and nothing beyond the edge of a shallow clone. The history is walked once for all files, and once more for each further name.
 *
 * @param folder that holds all the names, relative to `root`
 * @param lost relative to `root`
 */
export async function renamedFiles(
  root: string,
  folder: string,
  lost: readonly string[],
  isThere: (path: string) => boolean,
): Promise<Map<string, string>> {
  const uncommitted = renamesIn(await fields(root, ['diff', '--no-ext-diff', ...asPairs, 'HEAD', '--', folder]))
  const found = new Map<string, string>()
  let names = new Map(lost.map((path) => [path, path]))
  for (let step = 0; step < longest && names.size > 0; step++) {
    const committed = await committedRenames(root, folder, new Set([...names.values()].filter((name) => !uncommitted.has(name))))
    const next = new Map<string, string>()
    for (const [path, name] of names) {
      const to = uncommitted.get(name) ?? committed.get(name)
      if (to !== undefined) (isThere(to) ? found : next).set(path, to)
    }
    names = next
  }
  return found
}

const asPairs = ['--name-status', '--diff-filter=R', '-M', '-z', '--relative']

/** Where the last commit that removed each file took it. */
async function committedRenames(root: string, folder: string, paths: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const removals = await removalsOf(root, paths)
  if (removals.size === 0) return found
  const commits = [...new Set(removals.values())].map((commit) => `${commit}\n`).join('')
  let commit = ''
  const entries = await fields(root, ['diff-tree', '--stdin', '-r', ...asPairs, '--', folder], commits)
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? ''
    if (objectId.test(entry)) commit = entry
    if (!isRename(entry)) continue
    const before = entries[++at] ?? ''
    const after = entries[++at] ?? ''
    if (removals.get(before) === commit) found.set(before, after)
  }
  return found
}

/** The last commit that removed each file. */
async function removalsOf(root: string, paths: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (paths.size === 0) return found
  const settings = ['-c', 'log.showSignature=false', '--literal-pathspecs']
  const walk = ['log', '--format=%H', '--diff-filter=D', '--no-renames', '--name-only', '-z', '--relative', '--', ...paths]
  let commit = ''
  for (const field of await fields(root, [...settings, ...walk])) {
    const entry = field.replace(/^\n/, '')
    if (objectId.test(entry)) commit = entry
    else if (paths.has(entry) && !found.has(entry)) found.set(entry, commit)
  }
  return found
}

/** A status, the name before, the name after, and so on. */
function renamesIn(entries: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; at + 2 < entries.length; at += 3) found.set(entries[at + 1] ?? '', entries[at + 2] ?? '')
  return found
}

function isRename(entry: string): boolean {
  return /^R\d+$/.test(entry)
}

const objectId = /^[0-9a-f]{40,64}$/

async function fields(root: string, words: readonly string[], input = ''): Promise<string[]> {
  const output = await gitOutput(root, words, input)
  return output === null ? [] : output.toString().split('\0')
}
