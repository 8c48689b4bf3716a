import { gitOutput } from './git-output.ts'

/** A file as a commit left it. */
export interface FileVersion {
  /** Git's name for its bytes. */
  readonly blob: string
  /** When the commit was made. */
  readonly time: Date
}

/** Commits that touch the folder, at most: beyond, a history counts as unknown. */
const furthest = 5000

/**
 * The committed versions of files, newest first, along the first parents of the checked-out commit: what a merge brought in dates from the merge. A
 * renamed file keeps its past.
 *
 * One walk for all of them. A file without a history is left out; so is all without git.
 *
 * @param folder that holds them, relative to `root`
 * @param paths relative to `root`
 */
export async function fileVersions(root: string, folder: string, paths: Iterable<string>): Promise<Map<string, FileVersion[]>> {
  const names = new Map([...paths].map((path) => [path, path]))
  const versions = new Map<string, FileVersion[]>()
  const settings = ['-c', 'log.showSignature=false', '-c', 'log.follow=false']
  const walk = ['log', '--first-parent', '-m', '--raw', '--no-abbrev', '-z', '-M', '--relative', '--format=%ct', `--max-count=${furthest}`]
  const output = await gitOutput(root, [...settings, ...walk, '--', folder])
  for (const { before, path, blob, time } of changesIn(output?.toString() ?? '')) {
    const name = names.get(path)
    if (name === undefined) continue
    const known = versions.get(name) ?? []
    known.push({ blob, time })
    versions.set(name, known)
    if (before === path) continue
    names.delete(path)
    names.set(before, name)
  }
  return versions
}

interface Change {
  /** Its name before the commit. */
  readonly before: string
  readonly path: string
  readonly blob: string
  readonly time: Date
}

/** The fields of `git log --raw -z --format=%ct`: a time, then for each file `:modes, blobs, status` and its name, or its two names. */
function* changesIn(output: string): Generator<Change> {
  const fields = output.split('\0')
  let time = new Date(0)
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? ''
    const raw = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(field)
    if (raw === null) {
      if (/^\d+$/.test(field)) time = new Date(Number(field) * 1000)
      continue
    }
    const [, blob = '', status = ''] = raw
    const before = fields[++at] ?? ''
    const path = status === 'R' ? (fields[++at] ?? '') : before
    if (status !== 'D') yield { before, path, blob, time }
  }
}
