import { execFile } from 'node:child_process'

/** Bytes: names and digests of a million files are a tenth of it. */
const largest = 1024 ** 3

/**
 * What git says in `root`; null where it can't, or isn't there.
 *
 * Without zx, whose import takes longer than all that a push asks git for.
 *
 * @param input for its standard input
 */
export async function runGit(root: string, words: readonly string[], input = ''): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const git = execFile('git', words, { cwd: root, encoding: 'utf8', maxBuffer: largest }, (error, stdout) =>
    resolve(error === null ? stdout : null),
  )
  // Git may end before it has read its input: whether that is a failure its exit status says.
  git.stdin?.on('error', () => {})
  git.stdin?.end(input)
  return await promise
}
